package org.thalweg.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThalwegExceptionTest {
  @Test
  void allPartsAreThereInOrder() {
    ThalwegException e =
        ThalwegException.of(ErrorCode.UNKNOWN_DATA)
            .expected("one of mnist, digits")
            .found("'100%s'")
            .next("list them");
    assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_DATA);
    assertThat(e.expected()).isEqualTo("one of mnist, digits");
    assertThat(e.found()).isEqualTo("'100%s'");
    assertThat(e.next()).isEqualTo("list them");
    assertThat(String.valueOf(e.getMessage()).lines())
        .containsExactly(
            "TW-2001 there is no data set of that name",
            "  expected: one of mnist, digits",
            "  found:    '100%s'",
            "  next:     list them");
    assertThat(e).hasNoCause();
  }

  @Test
  void theCauseIsKept() {
    IOException cause = new IOException("no space");
    assertThat(
            ThalwegException.of(ErrorCode.DISK_FULL)
                .expected("space")
                .found("none")
                .because(cause)
                .next("free some"))
        .hasCause(cause);
  }

  @Test
  void codesAreUniqueAndSorted() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::id))
        .doesNotHaveDuplicates()
        .isSorted()
        .allMatch(id -> id.matches("TW-[1-69]\\d{3}"));
  }

  @Test
  void wrongUsageIsTheUsersAndDefectsAreOurs() {
    for (ErrorCode code : ErrorCode.values()) {
      if (code.id().startsWith("TW-1")) {
        assertThat(code.kind()).as(code.id()).isEqualTo(ErrorCode.Kind.USAGE);
      }
      if (code.id().matches("TW-[4-9].*")) {
        assertThat(code.kind()).as(code.id()).isEqualTo(ErrorCode.Kind.FAILURE);
      }
      assertThat(code.summary()).isNotBlank().doesNotEndWith(".");
    }
  }
}
