/** Small programs that use Thalweg as a library, one thing each, to be read in their order. */
@NullMarked
package samples;

import org.jspecify.annotations.NullMarked;
