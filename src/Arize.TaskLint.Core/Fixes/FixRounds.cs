using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>
/// Fixes a YAML text until nothing is left to fix. Comments stay, and nothing is taken out or replaced that no finding on the text as its author
/// wrote it names: a fix after which another finding would ask for that is not made.
/// </summary>
/// <param name="counts">Of the findings of a document, those that count: what is switched off or suppressed is not fixed.</param>
public sealed class FixRounds(Func<TaskDocument, Finding, bool> counts)
{
    // A part that was added may itself bring a finding with a fix; each round makes all that go together.
    private const int MostRounds = 20;
    private const int MostTries = 5;
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

    private sealed record Reading(SourceFile File, int TaskCount, IReadOnlyList<Offer> Offers);

    /// <summary>The finding on a text that is not valid YAML, in which nothing is fixed; else null.</summary>
    public static Finding? WhyUnreadable(SourceFile file)
    {
        var problems = new DeclarationReader(_ => null).Read(file, _ => { }, _ => { }, out var isReadable);
        return isReadable ? null : problems.Select(Linter.Describe).OfType<Finding>().LastOrDefault();
    }

    /// <summary>The findings on a text whose fixes can be made; nothing is changed.</summary>
    public IEnumerable<Finding> FixableIn(SourceFile file)
    {
        var now = Read(file, out var named);
        return now.Offers.Count > 0 && Step(now, Taken(now), named) is { } step ? now.Offers.Where(offer => step.Made.Contains(offer.Fix)).Select(offer => offer.Finding) : [];
    }

    /// <summary>The text when nothing is left to fix.</summary>
    /// <param name="file">The text.</param>
    /// <param name="made">How many changes were made.</param>
    public string Fix(SourceFile file, out int made)
    {
        made = 0;
        var now = Read(file, out var named);
        var taken = Taken(now);
        for (var round = 0; round < MostRounds && now.Offers.Count > 0; round++)
        {
            if (Step(now, taken, named) is not { } step)
                break;
            made += step.Count;
            now = step.Next;
        }

        return now.File.Text;
    }

    private (Reading Next, int Count, HashSet<Fix> Made)? Step(Reading now, Dictionary<(int, string, string), int> taken, NamedTexts named)
    {
        var held = new HashSet<int>();
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            // With the last try, nothing is left but what takes out what was named.
            var offers = now.Offers.Where(offer => offer.Taken is not null || !(held.Contains(offer.Task) || attempt == MostTries)).Select(offer => offer.Fix);
            var writer = new YamlFixWriter(now.File, offers);
            var text = writer.Apply(out var count, out var made);
            if (count == 0)
                return null;
            var next = Read(new SourceFile(now.File.Path, text), out _);
            var unforeseen = Taken(next).Where(one => !taken.TryGetValue(one.Key, out var before) || before < one.Value).Select(one => one.Key.Item1)
                .Concat(next.Offers.Where(offer => offer.Replaced is { } replaced && !named.Has(offer.Task, replaced)).Select(offer => offer.Task))
                .ToList();
            if (unforeseen.Count == 0)
                return (next, count, made);
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
        named = new NamedTexts();
        foreach (var problem in document.Problems)
            named.Add(problem);
        Collect(document, document.Problems.Select(Linter.Describe).OfType<Finding>(), OutsideOfTasks, offers);
        for (var i = 0; i < document.Tasks.Count; i++)
        {
            var findings = Linter.Check(document.Tasks[i]).ToList();
            named.Add(i, document.Tasks[i], findings);
            Collect(document, findings, i, offers);
        }

        return new Reading(file, document.Tasks.Count, offers);
    }

    private void Collect(TaskDocument document, IEnumerable<Finding> findings, int task, List<Offer> offers)
    {
        foreach (var finding in findings)
        {
            if (finding.Fix is { NeedsDecision: false } fix && counts(document, finding))
                offers.Add(new Offer(fix, task, finding));
        }
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
