using CsCheck;

namespace Arize.TaskLint.Core.Tests.Filters;

/// <summary>Texts of what filters are made of, in no order that makes sense, and of anything else.</summary>
internal static class OddText
{
    private static readonly string[] Pieces =
    [
        "AND", "or", "Not", "IN", "LIKE", "contains", "BETWEEN", "is", "NULL", "true", "name", "status_code", "attributes.a.0.b", "span_kind", "annotations", "lower",
        "(", ")", "[", "]", "{", "}", "()", "[]", ",", ".", "=", "==", "!=", "<>", "<", ">=", "&&", "||", "!", "-", "+", "*", "/", ":", "::", "->>", "@>", ";", "\\", "#",
        "'", "\"", "`", "''", "'a'", "\"b c\"", "`d`", "‘", "’", "“", "”", "'it''s'", "\\'", "1", "-2", ".5", "1e5", "1e+", "2026-01-01", "10s", " ", " ", "\n", "\t", "é", "🙂", "\ud800", "\0", "\u2028",
    ];

    private static readonly Gen<string> Piece = CsCheck.Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    /// <summary>The texts.</summary>
    internal static Gen<string> Gen { get; } = CsCheck.Gen.OneOf(
        Piece.Array[0, 30].Select(string.Concat),
        Piece.Array[0, 30].Select(pieces => string.Join(" ", pieces)),
        CsCheck.Gen.String[0, 40]);
}
