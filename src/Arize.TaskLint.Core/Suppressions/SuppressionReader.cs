using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Suppressions;

/// <summary>
/// Reads what the comments of a YAML text suppress: <c># tasklint disable ATL2003 -- reason</c>, to the file's end or until <c>enable</c>,
/// <c>disable-line</c> and <c>disable-next-line</c>, each with any number of rules and perhaps <c>until 2027-01-31</c>.
/// </summary>
/// <param name="report">Takes what is wrong with a comment.</param>
internal sealed class SuppressionReader(SourceFile file, Action<Problem> report)
{
    private const string Disable = "disable";
    private const string Enable = "enable";
    private const string DisableLine = "disable-line";
    private const string DisableNextLine = "disable-next-line";
    private const string Until = "until";
    private const string BeforeReason = "--";
    private const string AllRules = "";

    private static readonly string[] Verbs = [Disable, Enable, DisableLine, DisableNextLine];
    private static readonly Lazy<string[]> RuleIds = new(() => [.. RuleCatalogue.All.Select(rule => rule.Id)]);

    // Suppressions that extend to the file's end unless they are ended, by rule.
    private readonly Dictionary<string, List<Open>> open = new(StringComparer.Ordinal);
    private int[]? nextLines;
    private IReadOnlyDictionary<int, int> texts = new Dictionary<int, int>();

    /// <summary>Hands on what is suppressed, in the order in which it ends.</summary>
    internal void Read(Action<Suppression> take)
    {
        foreach (var place in TaskLintComments.In(file, out texts))
        {
            if (CommentOf(place) is not { } comment)
                continue;
            var line = place.StartPosition.Line;
            foreach (var (id, at) in comment.Rules)
            {
                var suppression = new Suppression(at, file.Path, line, line, id) { Until = comment.Until, Reason = comment.Reason };
                switch (comment.Verb)
                {
                    case DisableLine:
                        take(suppression with { LastLine = LastLine(line) });
                        break;
                    case DisableNextLine when NextLine(line) is var next:
                        take(suppression with { FirstLine = next, LastLine = LastLine(next) });
                        break;
                    case Disable:
                        Begin(suppression with { LastLine = int.MaxValue }, take);
                        break;
                    default:
                        End(id, line, take);
                        break;
                }
            }
        }

        foreach (var rest in open.Values.SelectMany(all => all).OrderBy(one => one.Suppression.Place.Start))
            take(rest.Suppression with { EnabledFrom = rest.EnabledFrom });
    }

    private void Begin(Suppression suppression, Action<Suppression> take)
    {
        var key = suppression.RuleId ?? AllRules;
        if (!open.TryGetValue(key, out var begun))
            open.Add(key, begun = []);
        var same = begun.FindIndex(one => one.Suppression.Until == suppression.Until);
        if (same < 0)
        {
            begun.Add(new Open(suppression));
        }
        else if (begun[same] is { EnabledFrom: { } enabled } before)
        {
            // A repetition after some rules were enabled begins anew; otherwise it is one suppression.
            take(before.Suppression with { LastLine = suppression.FirstLine - 1, EnabledFrom = enabled });
            begun[same] = new Open(suppression);
        }
    }

    private void End(string? id, int line, Action<Suppression> take)
    {
        foreach (var key in id is null ? [.. open.Keys] : new[] { id })
        {
            if (!open.TryGetValue(key, out var begun))
                continue;
            foreach (var one in begun)
                take(one.Suppression with { LastLine = line - 1, EnabledFrom = one.EnabledFrom });
            open.Remove(key);
        }

        if (id is null || !open.TryGetValue(AllRules, out var all))
            return;
        foreach (var one in all)
        {
            one.EnabledFrom ??= new Dictionary<string, int>(StringComparer.Ordinal);
            if (!one.EnabledFrom.ContainsKey(id))
                one.EnabledFrom.Add(id, line);
        }
    }

    // A text of several lines cannot contain a comment, so a comment at its key applies to all of it.
    private int LastLine(int line) => texts.TryGetValue(line, out var last) ? last : line;

    // The next line that is neither blank nor a comment, so that several comments may precede it. Computed once for all lines.
    private int NextLine(int line)
    {
        if (nextLines is null)
        {
            var count = file.LineCount;
            nextLines = new int[count + 2];
            nextLines[count + 1] = count + 1;
            for (var i = count; i > 0; i--)
                nextLines[i] = file.TextOfLine(i) is { } text && file.Text[text.Start] != '#' ? i : nextLines[i + 1];
        }

        return nextLines[Math.Min(line, file.LineCount) + 1];
    }

    private Comment? CommentOf(Place place)
    {
        var words = WordsOf(place).GetEnumerator();
        words.MoveNext();
        var name = words.Current;
        if (!words.MoveNext())
            return null;
        var verb = words.Current;
        var isVerb = Verbs.Contains(TextOf(verb));
        if (TextOf(name) != TaskLintComments.Name)
        {
            if (isVerb)
                report(new UnknownSetting(name, $"a comment to the tool has no colon; write '# {TaskLintComments.Name} {TextOf(verb)}'"));
            return null;
        }

        var (rules, problems) = (new List<(string?, Place)>(), new List<Problem>());
        DateTime? until = null;
        string? reason = null;
        var (isUsable, isFirst, isDirective, isProse) = (isVerb, true, true, false);
        while (words.MoveNext())
        {
            var word = TextOf(words.Current);
            var isReason = word.StartsWith(BeforeReason, StringComparison.Ordinal);
            if (isFirst)
                isDirective = isReason || word == Until || IsLikeRule(word);
            isFirst = false;
            if (isReason)
            {
                reason = file.Text.Substring(words.Current.Start, place.End - words.Current.Start).TrimStart('-').Trim();
                break;
            }

            if (word == Until)
            {
                var at = words.Current;
                if (words.MoveNext() && Kinds.TryDate(TextOf(words.Current), out var date))
                {
                    until = date;
                    continue;
                }

                isUsable = false;
                // Behind the last word, it stays the current one.
                var isMissing = words.Current == at || TextOf(words.Current).StartsWith(BeforeReason, StringComparison.Ordinal);
                problems.Add(BadDate(isMissing ? at : words.Current));
                if (isMissing)
                    break;
            }
            else if (RuleCatalogue.Find(word) is { } rule)
            {
                rules.Add((rule.Id, words.Current));
            }
            else if (IsLikeRule(word))
            {
                problems.Add(UnknownSetting.Rule(words.Current, word, RuleIds.Value));
            }
            else if (!isProse)
            {
                // A reason without its dashes has many words; reporting the first one is enough.
                isProse = true;
                problems.Add(new UnknownSetting(words.Current, $"there is no rule '{Excerpt.Of(word)}'; a reason stands behind '{BeforeReason}'"));
            }
        }

        if (!isVerb)
        {
            // A sentence about the tool is no suppression.
            if (isDirective && (!isFirst || NearestName.Of(TextOf(verb), Verbs) is not null))
                report(UnknownSetting.Word(verb, "what a comment to tasklint does", TextOf(verb), Verbs));
            return null;
        }

        problems.ForEach(report);
        // If all rules that are named are unknown, the suppression must not apply to all rules.
        if (!isUsable || (rules.Count == 0 && problems.Count > 0))
            return null;
        var all = new Place(file, place.Start, rules.Count == 0 ? EndOfHead(place) : place.End);
        return new Comment(TextOf(verb), rules.Count > 0 ? rules : [(null, all)], until, string.IsNullOrEmpty(reason) ? null : reason);
    }

    private UnknownSetting BadDate(Place place) => TextOf(place) == Until
        ? new UnknownSetting(place, "'until' needs a date such as 2027-01-31")
        : new UnknownSetting(place, $"'until' needs a date such as 2027-01-31, but has '{Excerpt.Of(TextOf(place))}'");

    private static bool IsLikeRule(string word) =>
        word.StartsWith("ATL", StringComparison.OrdinalIgnoreCase) && word.Length > 3 && char.IsDigit(word[word.Length - 1]);

    private int EndOfHead(Place place) => place.Start + file.Text.Substring(place.Start, place.End - place.Start).TrimEnd().Length;

    private string TextOf(Place word) => file.Text.Substring(word.Start, word.End - word.Start);

    // The words of a comment, split at blanks and commas, without its #.
    private IEnumerable<Place> WordsOf(Place comment)
    {
        var i = comment.Start;
        while (i < comment.End && file.Text[i] == '#')
            i++;
        while (i < comment.End)
        {
            var start = i;
            while (i < comment.End && file.Text[i] is not (' ' or '\t' or ','))
                i++;
            if (i > start)
                yield return new Place(file, start, i);
            i++;
        }
    }

    private sealed record Comment(string Verb, IReadOnlyList<(string? Id, Place Place)> Rules, DateTime? Until, string? Reason);

    private sealed class Open(Suppression suppression)
    {
        internal Suppression Suppression { get; } = suppression;

        internal Dictionary<string, int>? EnabledFrom { get; set; }
    }
}
