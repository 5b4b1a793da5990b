using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using CsCheck;

namespace Arize.TaskLint.Core.Tests.Comparison;

public sealed class IgnoreIndexTests
{
    private static readonly Gen<string> Part = Gen.OneOf(Gen.Const(".a"), Gen.Const(".b"), Gen.Const("[a]"), Gen.Const("[b [c]]"), Gen.Const("[*]"), Gen.Const("['x.y']"));

    private static readonly Gen<string> Paths = Part.Array[0, 4].Select(parts => "e" + string.Concat(parts));

    private static PathCursor Evaluator
    {
        get
        {
            var path = new PathCursor();
            path.Enter("evaluators");
            path.EnterItem("E1", "Eval");
            return path;
        }
    }

    [Fact]
    public void The_index_finds_what_the_entries_mean_one_by_one() => Gen.Select(Paths, Gen.Select(Paths, Gen.Bool).List[0, 8]).Sample((changed, given) =>
    {
        var entries = given.Select((one, i) => new IgnoreEntry(one.Item1, one.Item2 ? "in force" : null, $"{i}", null)).ToList();
        var change = new Change(FieldPath.Parse(changed)!, ChangeKind.Changed, null, null, null, Place.None);
        var covering = entries.Where(entry => Covers(entry.Path, changed)).ToList();

        var index = new IgnoreIndex(entries, entry => entry.Reason is not null);

        Assert.Same(covering.Find(entry => entry.Reason is not null) ?? covering.FirstOrDefault(), index.Find(change));
    });

    [Theory]
    [InlineData("evaluators[Eval].query_filter", true)]
    [InlineData("evaluators[E1].query_filter", true)]
    [InlineData("evaluators[*].query_filter", true)]
    [InlineData("evaluators[*]", true)]
    [InlineData("evaluators", true)]
    [InlineData("evaluators[E1", false)]
    [InlineData("evaluators[E1].query", false)]
    [InlineData("evaluators[*].query", false)]
    [InlineData("[*]", false)]
    [InlineData("", false)]
    public void An_entry_means_its_path_and_what_is_below(string path, bool isMeant)
    {
        var change = new Change(Evaluator.To("query_filter"), ChangeKind.Changed, null, null, null, Place.None);

        Assert.Equal(isMeant, new IgnoreIndex([new IgnoreEntry(path, null, null, null)], _ => true).Find(change) is not null);
    }

    // Letter by letter, as a person would read it.
    private static bool Covers(string entry, string changed)
    {
        var (i, j) = (0, 0);
        while (i < entry.Length)
        {
            if (entry.AsSpan(i).StartsWith("[*]") && j < changed.Length && changed[j] == '[')
                (i, j) = (i + 3, FieldPath.EndOfBrackets(changed, j));
            else if (j < changed.Length && entry[i] == changed[j])
                (i, j) = (i + 1, j + 1);
            else
                return false;
        }

        return j == changed.Length || changed[j] is '.' or '[';
    }
}
