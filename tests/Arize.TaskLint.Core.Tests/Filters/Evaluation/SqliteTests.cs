using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Spans;
using CsCheck;
using Microsoft.Data.Sqlite;

namespace Arize.TaskLint.Core.Tests.Filters.Evaluation;

/// <summary>The evaluator of filters beside an independent one: SQLite, over the same rows.</summary>
public sealed partial class SqliteTests
{
    private const int RowsPerFilter = 8;

    // What SQLite does where the server's ways are not documented. See SqliteText for the rest.
    private const FilterDoubts AsSqlite = FilterDoubts.NumbersAndTexts | FilterDoubts.BooleansAndTexts | FilterDoubts.TimesAsTexts;

    private static readonly string[] Corpus = ReadCorpus();

    [Fact]
    public void SQLite_can_say_most_filters_of_the_corpus()
    {
        var said = Corpus.Count(text => FilterText.Parse(text).WellFormed is { } root && new SqliteText(new AskedColumns()).Condition(root) is not null);
        Assert.True(said >= 180, $"{said} of {Corpus.Length}");
    }

    [Fact]
    public void Every_filter_of_the_corpus_selects_what_SQLite_selects()
    {
        using var database = new Database();
        var random = new Random(1);
        foreach (var text in Corpus)
        {
            for (var i = 0; i < 5; i++)
                database.Compare(text, random);
        }

        database.AssertMeaningful();
    }

    // CsCheck_Iter=100000 in the environment tries as many pairs.
    [Fact]
    public void Any_filter_selects_what_SQLite_selects()
    {
        using var database = new Database();
        // A third of each kind.
        Gen.Select(MadeFilters.Gen, SpanFilters.Gen, Gen.Int[0, (Corpus.Length * 3) - 1], Gen.Int.Positive).Sample(
            (made, often, choice, seed) =>
            {
                var random = new Random(seed);
                database.Compare(choice < Corpus.Length ? Corpus[choice] : (choice % 2 == 0 ? made : often).Print(random), random);
            },
            iter: Math.Max(Check.Iter, 4000), threads: 1);

        database.AssertMeaningful();
    }

    private static string[] ReadCorpus()
    {
        var folder = Testing.Repository.PathOf("tests", "Arize.TaskLint.Core.Tests", "Filters", "Cases");
        return
        [
            .. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
                .Where(line => line.Length > 0 && line[0] != '#' && !line.TrimStart(' ').StartsWith('^')).Distinct(),
        ];
    }

    private sealed partial class Database : IDisposable
    {
        private readonly SqliteConnection connection = new("Data Source=:memory:");
        private int certain;
        private int selected;
        private int undecided;

        internal Database()
        {
            connection.Open();
            connection.CreateFunction("is_list", (object? value) => value is string text && text.StartsWith("[\"", StringComparison.Ordinal) && text.EndsWith("\"]", StringComparison.Ordinal));
            connection.CreateFunction("as_text", (object? value) => value switch
            {
                byte[] truth => truth[0] == 1 ? "true" : "false",
                double number => SpanValue.OfNumber(number).Text,
                _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
            });
            connection.CreateFunction("as_time", (string text) => OffsetForm().Replace(text.Replace('t', 'T').Replace('z', 'Z'), match =>
                $"{match.Groups[1].Value}:{(match.Groups[2].Length == 0 ? "00" : match.Groups[2].Value)}"));
            using var pragma = connection.CreateCommand();
            pragma.CommandText = "PRAGMA case_sensitive_like = ON";
            pragma.ExecuteNonQuery();
        }

        public void Dispose() => connection.Dispose();

        internal void Compare(string text, Random random)
        {
            var filter = FilterText.Parse(text);
            var columns = new AskedColumns();
            var sqlite = new SqliteText(columns);
            if (filter.WellFormed is not { } root || sqlite.Condition(root) is not { } condition)
                return;
            var evaluator = FilterEvaluator.Compile(filter, columns);
            var made = new MadeRows(filter);
            var rows = Enumerable.Range(0, RowsPerFilter).Select(_ => made.Row(columns.Names.Count, random)).ToList();
            using var command = connection.CreateCommand();
            command.CommandText = $"{sqlite.Table(rows)} SELECT id FROM spans WHERE {condition}";
            var expected = new HashSet<int>();
            using (var reader = command.ExecuteReader())
            {
                while (reader.Read())
                    expected.Add(reader.GetInt32(0));
            }

            for (var i = 0; i < rows.Count; i++)
                Compare(evaluator, rows[i], expected.Contains(i), command.CommandText);
        }

        internal void AssertMeaningful()
        {
            Assert.True(certain > undecided * 5, $"{certain} rows were compared, {undecided} not");
            Assert.True(selected > certain / 20, $"{selected} of {certain} rows were selected");
        }

        // +00 and -0500.
        [GeneratedRegex(@"(?<=:\d\d)([+-]\d\d)(\d\d)?$")]
        private static partial Regex OffsetForm();

        private void Compare(FilterEvaluator evaluator, Row row, bool isSelected, string query)
        {
            var truth = evaluator.Evaluate(row, AsSqlite);
            var values = string.Join(", ", row.Values.Select(value => $"{value.Kind} {value.Text}"));
            var pair = $"{evaluator.Filter.Text}\nof the row {values}\nis {truth}, and SQLite {(isSelected ? "selects" : "does not select")}: {query}";
            if (truth == Truth.True || (truth & Truth.True) == 0)
            {
                Assert.True(isSelected == (truth == Truth.True), pair);
                certain++;
                selected += isSelected ? 1 : 0;
            }
            else
            {
                undecided++;
            }

            // What is certain in all readings is so in this one.
            var verdict = evaluator.Evaluate(row).Verdict;
            Assert.True(verdict is RowVerdict.Depends or RowVerdict.Unknown || isSelected == (verdict == RowVerdict.Selected), $"{verdict}: {pair}");
        }
    }
}
