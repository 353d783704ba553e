/** Architecture rules, and the product from end to end in processes of its own. */
@NullMarked
package org.thalweg.it;

import org.jspecify.annotations.NullMarked;
