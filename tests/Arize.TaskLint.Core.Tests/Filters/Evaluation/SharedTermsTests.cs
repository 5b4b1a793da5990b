using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Tests.Filters.Evaluation;

/// <summary>Filters that share terms say of each row what each of them says alone.</summary>
public sealed class SharedTermsTests
{
    private static readonly string[] Terms =
    [
        "status_code = 'OK'", "status_code = 'ok'", "latency_ms > 50", "latency_ms > '50'", "name LIKE '%chat%'", "name LIKE 'Chat_'", "name CONTAINS 'chat'",
        "name CONTAINS 'ö'", "NOT (name CONTAINS 'a' OR latency_ms < 10)", "lower(name) = 'a'", "attributes.x IS NULL", "attributes.x = true",
    ];

    private static readonly object?[] Values = [null, "OK", "ok", "Chat1", "chatting ÖÄ", "true", true, 7, 60, 50];

    [Fact]
    public void Counts_are_those_of_each_filter_alone()
    {
        var random = new Random(7);
        var columns = new AskedColumns();
        var shared = new SharedTerms();
        var filters = Enumerable.Range(0, 60).Select(_ => string.Join(random.Next(2) == 0 ? " AND " : " OR ",
            Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Terms[random.Next(Terms.Length)]))).ToList();
        var alone = filters.ConvertAll(filter => new FilterTally(FilterEvaluator.Compile(FilterText.Parse(filter), columns)));
        var together = filters.ConvertAll(filter => new FilterTally(FilterEvaluator.Compile(FilterText.Parse(filter), columns, shared)));
        for (var batch = 0; batch < 5; batch++)
        {
            var rows = Enumerable.Range(0, SharedTerms.MostRows).Select(i => (Plain: RandomRow(random, columns), Kept: new BatchRow { Index = i })).ToList();
            foreach (var (plain, kept) in rows)
                kept.Fill(new SampleRow(plain), columns.Names.Count, null, [], -1);
            shared.Prepare([.. rows.Select(row => row.Kept)]);
            for (var i = 0; i < filters.Count; i++)
            {
                foreach (var (plain, kept) in rows)
                    Assert.Equal(alone[i].Add(plain), together[i].Add(kept));
            }
        }

        for (var i = 0; i < filters.Count; i++)
        {
            Assert.Equal(alone[i].Whole, together[i].Whole);
            Assert.Equal(alone[i].Terms, together[i].Terms);
            Assert.Equal(alone[i].Doubts, together[i].Doubts);
            Assert.Equal(alone[i].Disjoint(), together[i].Disjoint());
        }
    }

    [Fact]
    public void Text_in_capitals_contains_what_the_text_contains_in_any_letter_case()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            foreach (var other in new[] { char.ToUpperInvariant((char)c), char.ToLowerInvariant((char)c), (char)(c ^ 32) })
            {
                var (text, part) = ($"a{(char)c}b", $"{other}b");
                if (char.IsSurrogate((char)c) || char.IsSurrogate(other))
                    continue;
                Assert.Equal(
                    text.Contains(part, StringComparison.OrdinalIgnoreCase), text.ToUpperInvariant().Contains(part.ToUpperInvariant(), StringComparison.Ordinal));
            }
        }
    }

    private static Row RandomRow(Random random, AskedColumns columns) => Row.Of(columns, new Dictionary<string, object?>
    {
        ["status_code"] = Values[random.Next(Values.Length)],
        ["latency_ms"] = Values[random.Next(Values.Length)],
        ["name"] = Values[random.Next(Values.Length)],
        ["attributes.x"] = Values[random.Next(Values.Length)],
    });

    private sealed class SampleRow(ISpanRow row) : ISampleRow
    {
        public string? Project => null;

        public IReadOnlyList<int> Present => [];

        public SpanValue Value(int column) => row.Value(column);

        public SpanValue ValueInOtherCase(int column) => row.ValueInOtherCase(column);
    }
}
