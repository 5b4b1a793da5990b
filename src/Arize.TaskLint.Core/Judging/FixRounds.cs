using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Judging;

/// <summary>
/// Fixes a YAML text until nothing is left to fix. Comments stay, and nothing is taken out or replaced that no finding on the text as its author
/// wrote it names: a fix after which another finding would ask for that is not made.
/// </summary>
/// <param name="weigh">How much a finding of a document counts; none for what is switched off or suppressed: that is not fixed.</param>
public sealed class FixRounds(Func<TaskDocument, Finding, Severity> weigh)
{
    // A part that was added may itself bring a finding with a fix; each round makes all that go together.
    private const int MostRounds = 20;
    private const int MostTries = 5;
    private const int LargeText = 20_000;
    private const int OutsideOfTasks = NamedTexts.OutsideOfTasks;

    // What a variable is set to on this machine is no reason to change a file.
    private readonly DeclarationReader reader = new(_ => null);

    /// <summary>A fix, and the task that its finding is about.</summary>
    private readonly record struct Offer(Fix Fix, int Task, Finding Finding)
    {
        internal (int, string, string)? Taken => Fix switch
        {
            RemoveEntry remove => (Task, Finding.Rule.Id, remove.Entry.Key.Text),
            RemoveItem => (Task, Finding.Rule.Id, ""),
            _ => null,
        };

        // The text that another comes for.
        internal string? Replaced => Fix switch
        {
            ReplaceScalar replace => replace.Value.Text,
            RenameKey rename => rename.Key.Text,
            _ => null,
        };
    }

    private sealed record Reading(SourceFile File, int TaskCount, IReadOnlyList<Offer> Offers, IReadOnlyList<(int Task, Finding Finding)> Findings)
    {
        // How often a task has a finding, wherever it is.
        internal Dictionary<(int, string, string), int> Counts() =>
            Findings.GroupBy(one => Key(one.Task, one.Finding)).ToDictionary(same => same.Key, same => same.Count());

        internal static (int, string, string) Key(int task, Finding finding) => (task, finding.Rule.Id, finding.Message);
    }

    /// <summary>The finding on a text that is not valid YAML, in which nothing is fixed; else null.</summary>
    public static Finding? WhyUnreadable(SourceFile file)
    {
        var problems = new DeclarationReader(_ => null).Read(file, _ => { }, _ => { }, out var isReadable);
        return isReadable ? null : problems.Select(Linter.Describe).OfType<Finding>().LastOrDefault();
    }

    /// <summary>The findings on a text that are gone when nothing is left to fix, each with its fix; nothing is changed.</summary>
    public IEnumerable<Finding> FixableIn(SourceFile file)
    {
        var first = Read(file, out var named);
        // The first round makes most, and lint waits for the answer: in a large text, it is enough.
        var last = Rounds(first, named, file.Text.Length > LargeText ? 1 : MostRounds, out var made);
        if (made == 0 || last.TaskCount != first.TaskCount)
            yield break;
        var left = last.Counts();
        // What has no fix is left, whatever else the same words are said of.
        var offered = new HashSet<Finding>(first.Offers.Select(offer => offer.Finding));
        foreach (var (task, finding) in first.Findings)
        {
            if (!offered.Contains(finding) && left.TryGetValue(Reading.Key(task, finding), out var same))
                left[Reading.Key(task, finding)] = same - 1;
        }

        var writer = new Lazy<YamlFixWriter>(() => new YamlFixWriter(file, first.Offers.Select(offer => offer.Fix)));
        foreach (var offer in first.Offers)
        {
            var key = Reading.Key(offer.Task, offer.Finding);
            if (left.TryGetValue(key, out var count) && count > 0)
                left[key] = count - 1;
            else
                yield return offer.Finding with { Proposed = new ProposedFix(offer.Fix.Title, () => writer.Value.Write(offer.Fix)) };
        }
    }

    /// <summary>The text when nothing is left to fix.</summary>
    /// <param name="file">The text.</param>
    /// <param name="made">How many changes were made.</param>
    public string Fix(SourceFile file, out int made)
    {
        var first = Read(file, out var named);
        return Rounds(first, named, MostRounds, out made).File.Text;
    }

    private Reading Rounds(Reading now, NamedTexts named, int mostRounds, out int made)
    {
        made = 0;
        var budget = new RereadBudget(now.File.Text.Length);
        var taken = Taken(now);
        for (var round = 0; round < mostRounds && now.Offers.Count > 0; round++)
        {
            if (Step(now, taken, named, budget) is not { } step)
                break;
            made += step.Count;
            now = step.Next;
        }

        return now;
    }

    private (Reading Next, int Count)? Step(Reading now, Dictionary<(int, string, string), int> taken, NamedTexts named, RereadBudget budget)
    {
        var held = new HashSet<int>();
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            // With the last try, nothing is left but what takes out what was named.
            var offers = now.Offers
                .Where(offer => offer.Taken is not null || !(held.Contains(offer.Task) || attempt == MostTries))
                .Select(offer => offer.Fix);
            var writer = new YamlFixWriter(now.File, offers, budget);
            var text = writer.Apply(out var count, out var made);
            if (count == 0)
                return null;
            var next = Read(new SourceFile(now.File.Path, text), out _);
            // A text may have several faults: what the fix of one wrote, the next may mend.
            var written = new HashSet<string>(
                made.OfType<ReplaceScalar>().Select(fix => fix.Text).Concat(made.OfType<RenameKey>().Select(fix => fix.Name)),
                StringComparer.Ordinal);
            var unforeseen = Taken(next).Where(one => !taken.TryGetValue(one.Key, out var before) || before < one.Value).Select(one => one.Key.Item1)
                .Concat(next.Offers
                    .Where(offer => offer.Replaced is { } replaced && !written.Contains(replaced) && !named.Has(offer.Task, replaced))
                    .Select(offer => offer.Task))
                .ToList();
            if (unforeseen.Count == 0)
            {
                named.AddWritten(written);
                return (next, count);
            }

            held.UnionWith(unforeseen);
            if (next.TaskCount != now.TaskCount)
                held.Add(OutsideOfTasks);
        }

        return null;
    }

    private Reading Read(SourceFile file, out NamedTexts named)
    {
        var document = reader.Read(file);
        var offers = new List<Offer>();
        var all = new List<(int, Finding)>();
        named = new NamedTexts();
        foreach (var problem in document.Problems)
        {
            if (Linter.Describe(problem) is { } finding && Collect(document, finding, OutsideOfTasks, offers, all))
                named.Add(problem);
        }

        for (var i = 0; i < document.Tasks.Count; i++)
        {
            var task = i;
            var naming = Linter.Check(document.Tasks[i]).Where(finding => Collect(document, finding, task, offers, all)).ToList();
            named.Add(i, document.Tasks[i], naming);
        }

        return new Reading(file, document.Tasks.Count, offers, all);
    }

    // Answers whether the finding names something to who reads the findings: one that is not shown names nothing, unless its own fix is made.
    private bool Collect(TaskDocument document, Finding finding, int task, List<Offer> offers, List<(int, Finding)> all)
    {
        all.Add((task, finding));
        var severity = weigh(document, finding);
        if (severity == Severity.None)
            return false;
        if (finding.Fix is not { NeedsDecision: false } fix)
            return severity > Severity.Silent;
        offers.Add(new Offer(fix, task, finding));
        return true;
    }

    private static Dictionary<(int, string, string), int> Taken(Reading reading)
    {
        var taken = new Dictionary<(int, string, string), int>();
        foreach (var offer in reading.Offers)
        {
            if (offer.Taken is { } one)
                taken[one] = taken.TryGetValue(one, out var count) ? count + 1 : 1;
        }

        return taken;
    }
}
