package vmconf.benchmarks;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Line;
import vmconf.compiler.syntax.LineParser;
import vmconf.compiler.syntax.Macros;
import vmconf.compiler.syntax.Scanner;
import vmconf.compiler.syntax.Token;
import vmconf.compiler.syntax.Vocabulary;

/// From text to a Config. The parser pulls tokens and the expander lines, so each stage here holds
/// those before it; the difference is its own.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class Reading {
    private Macros macros = new KnownMacros(Map.of());

    @Setup
    public void knowMacros(Read read) {
        macros = KnownMacros.of(read.config());
    }

    @Benchmark
    public void lex(Written written, Blackhole sink) {
        Scanner scanner = scanner(written);
        for (Token token = scanner.next(); !token.isEnd(); token = scanner.next()) {
            sink.consume(token);
        }
    }

    @Benchmark
    public void parse(Written written, Blackhole sink) {
        LineParser parser = new LineParser(scanner(written), Vocabulary.OPENBSD);
        for (Optional<Line> line = parser.next(); line.isPresent(); line = parser.next()) {
            sink.consume(line);
        }
    }

    @Benchmark
    public Config expand(Written written) {
        return Read.config(written.file());
    }

    private Scanner scanner(Written written) {
        return new Scanner(written.file(), Vocabulary.OPENBSD, macros);
    }
}
