package org.rpusim.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReasonsTest {
  @Test
  void aReasonHoldsNoNumberOfATaskOrProcess() {
    Exception lost =
        new IllegalStateException(
            "Job aborted due to stage failure: Task 0 in stage 3.0 failed 4 times, most recent"
                + " failure: Lost task 0.3 in stage 3.0 (TID 9) (127.0.0.1 executor 2):"
                + " ExecutorLostFailure (executor 2 exited caused by one of the running tasks)"
                + " Reason: Command exited with code 137\nDriver stacktrace:");
    assertThat(Reasons.of(lost))
        .isEqualTo(
            "Spark gave it up after 4 attempts: its process died each time. Command exited with"
                + " code 137");
    Exception thrown =
        new IllegalStateException(
            "Job aborted due to stage failure: Task 0 in stage 3.0 failed 1 times, most recent"
                + " failure: Lost task 0.0 in stage 3.0 (TID 9) (127.0.0.1 executor driver):"
                + " java.lang.IllegalStateException: a worker has rpusim 1\n\tat x");
    assertThat(Reasons.of(thrown))
        .isEqualTo(
            "Spark gave it up after 1 attempts: java.lang.IllegalStateException: a worker has"
                + " rpusim 1");
    assertThat(Reasons.of(new IllegalStateException("Job 3 cancelled\nmore")))
        .isEqualTo("Job 3 cancelled");
  }
}
