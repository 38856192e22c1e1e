package vmconf.compiler.cli;

import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.edit.EditResult;
import vmconf.compiler.edit.Editor;
import vmconf.compiler.edit.Refusal;
import vmconf.compiler.report.TextReport;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// What the commands that edit a file have in common: reading it, and writing it or saying why
/// not.
///
/// @param command its name starts complaints
record Editing(Command command, CommandLine line, Vmconf.Streams streams) {

    /// Adds the options that are read here.
    static void addTo(Options options) {
        Inputs.addTo(options);
        options.addOption(
                Option.builder()
                        .longOpt("diff")
                        .desc("show what would change, and change nothing")
                        .get());
        options.addOption(Option.builder().longOpt("dry-run").desc("the same as --diff").get());
        options.addOption(Colour.option());
    }

    /// Edits the file that the first operand names.
    ///
    /// @param edit takes the operands behind the file
    int run(BiFunction<Editor, List<String>, EditResult> edit) throws UsageException {
        boolean colour = Colour.wanted(line);
        String operand = line.getArgList().getFirst();
        List<String> words = line.getArgList().subList(1, line.getArgList().size());
        vmconf.compiler.Options options = FileOptions.of(line, operand);
        return switch (Inputs.read(operand, line, streams)) {
            case Sources.Answer.Refused(var reason) ->
                    trouble("cannot read " + operand + ": " + reason);
            case Sources.Answer.Found(var file) -> {
                Editor editor = Editor.of(file, Inputs.disk(), options);
                yield finish(operand, file, edit.apply(editor, words), colour);
            }
        };
    }

    private int finish(String operand, SourceFile file, EditResult result, boolean colour) {
        return switch (result) {
            case EditResult.Refused(Refusal(var reason, var help)) -> {
                trouble(reason);
                help.forEach(each -> streams.err().println("help: " + each));
                yield Command.TROUBLE;
            }
            case EditResult.Faulty(var errors) -> {
                streams.err().print(TextReport.of(errors));
                String count = errors.size() == 1 ? "an error" : errors.size() + " errors";
                streams.err()
                        .println(
                                "vmconf %s: nothing is changed: the edited text would have %s"
                                        .formatted(command.name(), count));
                yield Command.ERRORS;
            }
            case EditResult.Edited edited -> finish(operand, file, edited, colour);
        };
    }

    private int finish(String operand, SourceFile file, EditResult.Edited edited, boolean colour) {
        boolean diff = line.hasOption("diff") || line.hasOption("dry-run");
        Changes changes = new Changes(operand, file, edited.changes());
        streams.err().print(TextReport.of(edited.warnings()));
        try {
            if (diff) {
                changes.show(colour, streams);
            } else {
                changes.write(streams);
            }
        } catch (Rewrite.RewriteException e) {
            return trouble(String.valueOf(e.getMessage()));
        }
        var said = diff || operand.equals("-") ? streams.err() : streams.out();
        edited.said().forEach(said::println);
        if (edited.changes().isEmpty()) {
            said.println(file.name() + " says so already");
        }
        return Command.OK;
    }

    private int trouble(String reason) {
        return command.trouble(reason, streams);
    }
}
