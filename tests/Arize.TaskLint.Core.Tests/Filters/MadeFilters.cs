using CsCheck;

namespace Arize.TaskLint.Core.Tests.Filters;

/// <summary>A filter that was made up: a term, or several with AND or OR between them.</summary>
internal abstract record MadeFilter
{
    /// <summary>The same filter with one term changed, in every way that this class knows.</summary>
    internal abstract IEnumerable<MadeFilter> Others();

    /// <summary>The text, in one of the ways that say the same.</summary>
    internal abstract string Print(Random random);

    /// <summary>Blanks, one or more.</summary>
    protected static string Blank(Random random) => random.Next(5) switch { 0 => "  ", 1 => "\n", 2 => "\t ", _ => " " };

    /// <summary>A keyword in some letter case.</summary>
    protected static string Keyword(Random random, string word) => random.Next(3) switch
    {
        0 => word.ToLowerInvariant(),
        1 => word[..1] + word[1..].ToLowerInvariant(),
        _ => word,
    };

    /// <summary>A text in parentheses that change nothing, or without.</summary>
    protected static string Enclosed(Random random, string text) => random.Next(5) switch { 0 => $"({text})", 1 => $"(( {text}\n))", _ => text };
}

/// <summary>A condition on a column.</summary>
internal sealed record MadeTerm(string Column, string Operator, IReadOnlyList<string> Values) : MadeFilter
{
    private bool IsList => Operator.EndsWith("IN", StringComparison.Ordinal);

    internal override IEnumerable<MadeFilter> Others()
    {
        yield return this with { Column = Column + "x" };
        yield return this with { Operator = MadeFilters.OtherOperator(Operator) };
        for (var i = 0; i < Values.Count; i++)
        {
            yield return this with { Values = [.. Values.Select((value, at) => at == i ? MadeFilters.OtherValue(value) : value)] };
            if (IsList && Values.Count > 1)
                yield return this with { Values = [.. Values.Where((_, at) => at != i)] };
        }

        if (IsList)
            yield return this with { Values = [.. Values, "'one more'"] };
    }

    internal override string Print(Random random)
    {
        var words = string.Join(Blank(random), Operator.Split(' ').Select(word => char.IsLetter(word[0]) ? Keyword(random, word) : word));
        var gap = char.IsLetter(Operator[0]) ? Blank(random) : random.Next(3) == 0 ? "" : Blank(random);
        // A sign behind an operator without a blank is a sign still.
        if (Operator.EndsWith("BETWEEN", StringComparison.Ordinal))
            return $"{Column}{gap}{words}{gap}{Values[0]}{gap}{Keyword(random, "AND")}{gap}{Values[1]}";
        if (!IsList)
            return Values.Count == 0 ? $"{Column}{gap}{words}" : $"{Column}{gap}{words}{gap}{Values[0]}";
        var values = Values.ToArray();
        random.Shuffle(values);
        return $"{Column}{gap}{words}{(random.Next(2) == 0 ? "" : " ")}({string.Join(random.Next(2) == 0 ? "," : " , ", values)})";
    }
}

/// <summary>A filter with NOT before it.</summary>
internal sealed record MadeNot(MadeFilter Inner) : MadeFilter
{
    internal override IEnumerable<MadeFilter> Others() => Inner.Others().Select(inner => (MadeFilter)new MadeNot(inner)).Append(Inner);

    internal override string Print(Random random) => $"{Keyword(random, "NOT")} {(Inner is MadeTerm && random.Next(2) == 0 ? Inner.Print(random) : $"({Inner.Print(random)})")}";
}

/// <summary>Filters with AND or OR between them.</summary>
internal sealed record MadeJoin(string Word, IReadOnlyList<MadeFilter> Terms) : MadeFilter
{
    internal override IEnumerable<MadeFilter> Others()
    {
        yield return this with { Word = Word == "AND" ? "OR" : "AND" };
        yield return this with { Terms = [.. Terms, new MadeTerm("metadata.one_more", "=", ["1"])] };
        for (var i = 0; i < Terms.Count; i++)
        {
            if (Terms.Count > 2)
                yield return this with { Terms = [.. Terms.Where((_, at) => at != i)] };
            foreach (var other in Terms[i].Others())
                yield return this with { Terms = [.. Terms.Select((term, at) => at == i ? other : term)] };
        }
    }

    internal override string Print(Random random)
    {
        var terms = Terms.Select(term => term switch
        {
            // AND goes before OR, so that it needs no parentheses within it; the same word within itself changes nothing.
            MadeJoin join when join.Word == "OR" && Word == "AND" => $"({join.Print(random)})",
            MadeJoin join => Enclosed(random, join.Print(random)),
            _ => Enclosed(random, term.Print(random)),
        }).ToArray();
        random.Shuffle(terms);
        return string.Join($" {Keyword(random, Word)}{Blank(random)}", terms);
    }
}

/// <summary>Makes filters up.</summary>
internal static class MadeFilters
{
    private static readonly string[] Columns =
        ["status_code", "name", "latency_ms", "attributes.llm.model_name", "metadata.a", "tag[environment]", "\"two words\"", "lower(name)", "attributes.a.0.b", "annotation.x.label", "\"attributes.input.value\""];

    private static readonly string[] Texts = ["'ERROR'", "'it''s'", "''", "'a AND b'", "'(x'", "'日本'", "'two  blanks'", "'\\'"];

    private static readonly string[] Numbers = ["1", "-2", "0.5", "1e3", "+7"];

    private static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">=", "LIKE", "NOT LIKE", "CONTAINS", "NOT CONTAINS"];

    /// <summary>Filters with up to some levels of parentheses.</summary>
    internal static Gen<MadeFilter> Gen { get; } = CsCheck.Gen.Int.Positive.Select(seed => Make(new Random(seed), 3));

    internal static string OtherValue(string value) => value[0] == '\'' ? $"'{value[1..^1]}x'" : value + "1";

    internal static string OtherOperator(string word) => word switch
    {
        "IN" => "NOT IN",
        "NOT IN" => "IN",
        "BETWEEN" => "NOT BETWEEN",
        "NOT BETWEEN" => "BETWEEN",
        "IS NULL" => "IS NOT NULL",
        "IS NOT NULL" => "IS NULL",
        _ => Comparisons[(Array.IndexOf(Comparisons, word) + 1) % Comparisons.Length],
    };

    private static MadeFilter Make(Random random, int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
            return Term(random);
        return random.Next(6) == 0
            ? new MadeNot(random.Next(2) == 0 ? Term(random) : Join(random, depth))
            : Join(random, depth);
    }

    private static MadeJoin Join(Random random, int depth) =>
        new(random.Next(2) == 0 ? "AND" : "OR", [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Make(random, depth - 1))]);

    private static MadeTerm Term(Random random)
    {
        var column = Columns[random.Next(Columns.Length)];
        string Value() => random.Next(3) == 0 ? Numbers[random.Next(Numbers.Length)] : Texts[random.Next(Texts.Length)];
        return random.Next(5) switch
        {
            0 => new MadeTerm(column, random.Next(2) == 0 ? "IN" : "NOT IN", [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value())]),
            1 => new MadeTerm(column, random.Next(2) == 0 ? "BETWEEN" : "NOT BETWEEN", [Value(), Value()]),
            2 => new MadeTerm(column, random.Next(2) == 0 ? "IS NULL" : "IS NOT NULL", []),
            _ => new MadeTerm(column, Comparisons[random.Next(Comparisons.Length)], [Value()]),
        };
    }
}
