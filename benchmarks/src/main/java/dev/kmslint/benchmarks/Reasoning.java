package dev.kmslint.benchmarks;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of the exact engine and prints them beside what they may cost. */
public final class Reasoning {
  /**
   * What an answer may cost.
   *
   * @param median whether at the median; else at the 95th percentile
   * @param most microseconds; 0 for no limit
   */
  private record Target(String benchmark, String what, boolean median, double most) {}

  /** Reading the documented pair: what all others are put in relation to. */
  private static final String READ = "pairRead";

  private static final Target[] TARGETS = {
    new Target(READ, "documented pair, reading", true, 0),
    new Target("pairCompile", "documented pair, compile", true, 1_000),
    new Target("pairQuestion", "documented pair, question", true, 20),
    new Target("fiftyCompile", "50 statements, compile", false, 100_000),
    new Target("fiftyQuestion", "50 statements, first question", false, 5_000),
    new Target("contains16", "16 independent *c* on one key", true, 100_000),
    new Target("arns40", "40 ARN patterns", true, 100_000),
    new Target("clauses30k", "30 KB of denies like 3-SAT", true, 1_000_000),
  };

  private Reasoning() {}

  /**
   * Runs them; about two minutes.
   *
   * @param args a regular expression of the benchmarks to run; all without one
   */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(args.length == 0 ? "ReasoningBenchmark" : args[0])
                    .forks(1)
                    .threads(1)
                    .warmupIterations(5)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(1))
                    .jvmArgsAppend("-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1")
                    .build())
            .run();
    double read = 0;
    for (RunResult result : results) {
      if (result.getParams().getBenchmark().endsWith("." + READ)) {
        read = result.getPrimaryResult().getStatistics().getPercentile(50);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%n%-32s %10s %10s %8s %13s%n",
        "microseconds",
        "median",
        "p95",
        "readings",
        "target");
    for (Target target : TARGETS) {
      for (RunResult result : results) {
        if (result.getParams().getBenchmark().endsWith("." + target.benchmark())) {
          print(target, result.getPrimaryResult(), read);
        }
      }
    }
  }

  private static void print(Target target, Result<?> result, double read) {
    double median = result.getStatistics().getPercentile(50);
    double high = result.getStatistics().getPercentile(95);
    double measured = target.median() ? median : high;
    System.out.printf(
        Locale.ROOT,
        "%-32s %10.1f %10.1f %8.2f %s%n",
        target.what(),
        median,
        high,
        measured / read,
        target.most() == 0 ? "" : judged(target, measured));
  }

  private static String judged(Target target, double measured) {
    return String.format(
        Locale.ROOT,
        "%4s %8.0f %s",
        target.median() ? "p50" : "p95",
        target.most(),
        measured <= target.most() ? "met" : "MISSED");
  }
}
