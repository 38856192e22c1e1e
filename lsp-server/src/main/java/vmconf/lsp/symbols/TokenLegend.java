package vmconf.lsp.symbols;

import java.util.List;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokensLegend;

/// The sorts of tokens, by the numbers that stand for them.
public final class TokenLegend {
    static final int KEYWORD = 0;
    static final int STRING = 1;
    static final int NUMBER = 2;
    static final int COMMENT = 3;
    static final int MACRO = 4;
    static final int VM = 5;
    static final int SWITCH = 6;
    static final int WORD = 7;

    static final int DEFINITION = 1;
    static final int REMARK = 1 << 1;

    /// What the client is told.
    public static final SemanticTokensLegend LEGEND =
            new SemanticTokensLegend(
                    List.of(
                            SemanticTokenTypes.Keyword,
                            SemanticTokenTypes.String,
                            SemanticTokenTypes.Number,
                            SemanticTokenTypes.Comment,
                            SemanticTokenTypes.Macro,
                            SemanticTokenTypes.Class,
                            SemanticTokenTypes.Interface,
                            SemanticTokenTypes.EnumMember),
                    List.of(
                            SemanticTokenModifiers.Definition,
                            SemanticTokenModifiers.Documentation));

    private TokenLegend() {}
}
