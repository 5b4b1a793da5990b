using CsCheck;

namespace Arize.TaskLint.Core.Tests.Filters.Evaluation;

/// <summary>Makes up filters whose terms are often true: few columns, patterns with wildcards, times and numbers that meet.</summary>
internal static class SpanFilters
{
    private static readonly string[] Columns = ["name", "status_code", "latency_ms", "start_time", "attributes.x", "tag[environment]", "attributes.a.0.b"];

    private static readonly string[] Texts =
        ["'a'", "'ab'", "'b_c'", "'OK'", "'10'", "'5.5'", "''", "'it''s'", "'2026-11-02T00:00:00Z'", "'2026-11-01T23:30:00-01:00'", "'2026-11-02'", "'true'"];

    private static readonly string[] Patterns =
        ["'%'", "'%a%'", "'a%'", "'%a'", "'_'", "'_b'", "'a_'", "'%_'", "'a%b'", "'_%_'", "'%a%b%'", "'__'", "''", "'ab'", "'%a_b%'", "'%%a'", "'it''_'", "'%b_'"];

    private static readonly string[] Numbers = ["0", "1", "10", "5.5", "-2", "1e1"];

    private static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">="];

    private static readonly string[] Matches = ["LIKE", "NOT LIKE", "ILIKE", "CONTAINS", "NOT CONTAINS"];

    /// <summary>The filters.</summary>
    internal static Gen<MadeFilter> Gen { get; } = CsCheck.Gen.Int.Positive.Select(seed => Make(new Random(seed), 2));

    private static MadeFilter Make(Random random, int depth) => random.Next(depth == 0 ? 4 : 9) switch
    {
        < 4 => Term(random),
        < 6 => new MadeNot(Make(random, Math.Max(0, depth - 1))),
        _ => new MadeJoin(random.Next(2) == 0 ? "AND" : "OR", [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Make(random, depth - 1))]),
    };

    private static MadeTerm Term(Random random)
    {
        var column = Pick(Columns, random);
        string Value() => random.Next(3) == 0 ? Pick(Numbers, random) : Pick(Texts, random);
        return random.Next(8) switch
        {
            0 => new MadeTerm(column, random.Next(2) == 0 ? "IN" : "NOT IN", [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value())]),
            1 => new MadeTerm(column, random.Next(2) == 0 ? "BETWEEN" : "NOT BETWEEN", [Value(), Value()]),
            2 => new MadeTerm(column, random.Next(2) == 0 ? "IS NULL" : "IS NOT NULL", []),
            < 5 => new MadeTerm(column, Pick(Matches, random), [Pick(Patterns, random)]),
            5 => new MadeTerm(column, Pick(Comparisons, random), [Pick(Columns, random)]),
            _ => new MadeTerm(column, Pick(Comparisons, random), [Value()]),
        };
    }

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
