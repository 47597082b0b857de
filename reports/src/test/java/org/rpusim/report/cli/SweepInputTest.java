package org.rpusim.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpusim.report.cli.TinySweep.Disturbed;

/** Sweeps that are refused before anything runs, or go on in a folder that is not theirs. */
final class SweepInputTest {
  @TempDir Path base = Path.of("");
  private final TinySweep tiny = new TinySweep();

  @Test
  void wrongInputIsOneSentenceBeforeAnythingRuns() {
    assertWrong("the value 6 of adc.bitz is wrong: adc.bitz is no key", "--vary", "adc.bitz=6..9");
    assertWrong("the value 99 of adc.bits is wrong: adc.bits is 99", "--vary", "adc.bits=6,99");
    assertWrong("--vary names adc.bits twice.", "--vary", "adc.bits=6", "--vary", "adc.bits=7");
    assertWrong(
        "adc.bits is varied, and is set to 7", "--vary", "adc.bits=6..8", "--set", "adc.bits=7");
    assertWrong("A sweep needs a key that is varied.");
    assertWrong("--design is sobel", "--vary", "adc.bits=6..8", "--design", "sobel");
    assertWrong("a grid or list has the points it has", "--vary", "adc.bits=6..8", "--points", "9");
    assertWrong("The objective energy is no path", "--vary", "adc.bits=6", "--objective", "energy");
    assertWrong("Maybe a range is meant: adc.bits=6..10", "--vary", "adc.bits=6-10");
    assertWrong("Maybe the end of a range is missing: adc.bits=6..", "--vary", "adc.bits=6..");
    assertWrong("Maybe dac.bits or adc.bits is meant.", "--vary", "bits=6..8");
    assertWrong("--sample-seed is -1", "--vary", "adc.bits=6..8", "--sample-seed", "-1");
    assertWrong(
        "The objective energy.total is no figure of metrics.json",
        "--vary",
        "adc.bits=6..8",
        "--objective",
        "energy.total");
    assertThat(base.resolve("wrong")).doesNotExist();
  }

  @Test
  void aKeyOfTheWorkloadAtTheTopOfAFileIsToldWhereItBelongs() throws IOException {
    Path file = base.resolve("mine.yaml");
    Files.writeString(file, "workload: mlp-digits\nepochs: 3\nvary: {adc.bits: 6..8}\n");
    assertThat(tiny.sweep(TinySweep.undisturbed(), List.of("sweep", file.toString()))).isEqualTo(2);
    assertThat(tiny.err.toString())
        .isEqualTo(
            file
                + ":2: epochs is no key of a sweep; those of chip and workload stand under set or"
                + " vary.\n"
                + "Maybe write set: {workload.epochs: …}, or vary: {workload.epochs: …}.\n");
  }

  @Test
  void aFolderThatHoldsASweepIsRefusedWithResumeNamed() throws IOException {
    Path folder = base.resolve("done");
    Files.createDirectories(folder.resolve("points"));
    assertThat(
            tiny.sweep(
                TinySweep.undisturbed(),
                List.of(
                    "sweep",
                    "--workload",
                    "mlp-digits",
                    "--vary",
                    "adc.bits=6",
                    "--out",
                    folder.toString())))
        .isEqualTo(2);
    assertThat(tiny.err.toString())
        .isEqualTo(
            "The run folder "
                + folder
                + " exists already; a run never writes over another one.\n"
                + "Maybe --resume goes on in it; or give --out another name.\n");
  }

  @Test
  void aTextOrADataSetThatNoPointWouldReadIsRefused() {
    assertWrong("stream-reads reads no text", "--vary", "adc.bits=6", "--text", "README.md");
    assertThat(
            tiny.sweep(
                TinySweep.undisturbed(),
                List.of("sweep", "--workload", "lstm2-64", "--vary", "adc.bits=6", "--data", ".")))
        .isEqualTo(2);
    assertThat(tiny.err.toString()).contains("lstm2-64 reads no data set");
  }

  @Test
  void aStoppedSweepNamesTheTextThatGoingOnNeeds() throws IOException {
    Path text = Files.writeString(base.resolve("text.txt"), "to be or not to be, ".repeat(50));
    List<String> arguments =
        List.of(
            "sweep",
            "--quiet",
            "--workload",
            "lstm-grammar",
            "--samples",
            "100",
            "--set",
            "workload.unroll=10",
            "--vary",
            "adc.bits=6",
            "--text",
            text.toString(),
            "--out",
            base.resolve("stopped").toString());
    Disturbed stopped = new Disturbed(new AtomicInteger(), 0, false);
    assertThat(tiny.sweep(stopped, arguments)).as("%s", tiny.err).isEqualTo(130);
    assertThat(tiny.err.toString())
        .contains("--resume --out " + base.resolve("stopped") + " --text " + text + "\n");
    assertThat(
            tiny.sweep(
                TinySweep.undisturbed(),
                List.of("sweep", "--quiet", "--resume"),
                "--out",
                base.resolve("stopped").toString(),
                "--text",
                text.toString()))
        .as("%s", tiny.err)
        .isZero();
  }

  @Test
  void goingOnNeedsTheFolderOfASweep() {
    assertThat(tiny.sweep(TinySweep.undisturbed(), List.of("sweep", "--resume"))).isEqualTo(2);
    assertThat(tiny.err.toString()).startsWith("--resume goes on in a folder, and none is given.");
    assertThat(
            tiny.sweep(
                TinySweep.undisturbed(), List.of("sweep", "--resume", "--out", base.toString())))
        .isEqualTo(2);
    assertThat(tiny.err.toString())
        .contains(base + " is no folder of a sweep: it has no sweep.yaml.");
  }

  @Test
  void anotherSweepDoesNotGoOnInTheFolder() {
    Path folder = base.resolve("first");
    assertThat(tiny.sweep(TinySweep.undisturbed(), TinySweep.SMALL, "--out", folder.toString()))
        .isZero();
    assertThat(
            tiny.sweep(
                TinySweep.undisturbed(),
                TinySweep.SMALL,
                "--vary",
                "dac.bits=5,7",
                "--resume",
                "--out",
                folder.toString()))
        .isEqualTo(2);
    assertThat(tiny.err.toString()).contains("holds another sweep, as its sweep.yaml says.");
  }

  private void assertWrong(String sentence, String... arguments) {
    tiny.err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of("sweep", "--workload", "stream-reads"));
    all.addAll(List.of("--out", base.resolve("wrong").toString()));
    all.addAll(List.of(arguments));
    Disturbed backend = TinySweep.undisturbed();
    assertThat(tiny.sweep(backend, all)).isEqualTo(2);
    assertThat(tiny.err.toString()).contains(sentence).contains("\nMaybe ");
    assertThat(backend.runs().get()).isZero();
  }
}
