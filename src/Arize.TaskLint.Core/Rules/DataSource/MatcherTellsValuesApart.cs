using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>ATL2012: a matcher that every value fits hides all drift; one that no value fits always reports drift.</summary>
public sealed class MatcherTellsValuesApart() : TaskRule("ATL2012", Severity.Warning, "A matcher that nothing can fit, or that guards nothing")
{
    // They match in every text.
    private static readonly HashSet<string> IdlePatterns = ["", ".*", "^", "$", "^.*", ".*$", "^(.*)", "(.*)", ".*?"];

    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.Matchers.Count > 0;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task) =>
        task.Matchers.SelectMany(matcher => Check(matcher).Select(found => Report(task, found.Place, matcher.Path, found.Message)));

    private static IEnumerable<(Place Place, string Message)> Check(DeclaredMatcher matcher)
    {
        var parts = matcher.Parts;
        var (least, most) = (parts[MatcherFields.Min], parts[MatcherFields.Max]);
        if (parts.Present.All(part => part.State == ValueState.None))
            yield return (parts.Place,
                $"the matcher of '{Excerpt.Of(matcher.Name)}' asks for nothing, so every value fits; give it a value, or leave the field out");
        else if (least.Number is { } low && most.Number is { } high && low > high && !PlainScalar.SameNumber(low, high))
            yield return (least.Head, $"nothing fits: 'min' {Excerpt.Of(least.Text!)} is greater than 'max' {Excerpt.Of(most.Text!)}");
        else if (matcher.Kind == ValueKind.Integer && HasNoInteger(least.Number, most.Number))
            yield return (least.Head,
                $"nothing fits: '{Excerpt.Of(matcher.Name)}' is a whole number, "
                    + $"and none is from {Excerpt.Of(least.Text!)} to {Excerpt.Of(most.Text!)}");
        else if (IsIdle(matcher, out var every))
            yield return (parts.Place,
                $"{every} fits the matcher of '{Excerpt.Of(matcher.Name)}', so it guards nothing but that there is a value; "
                    + "ask for more, or leave the field out");
        else if (parts[MatcherFields.OneOf] is { IsKnown: true, Node: ListNode { IsIncomplete: false } list } choices)
        {
            foreach (var found in CheckChoices(matcher, choices, list))
                yield return found;
        }
    }

    private static IEnumerable<(Place Place, string Message)> CheckChoices(DeclaredMatcher matcher, FieldValue choices, ListNode list)
    {
        if (list.Items.Count == 0)
        {
            yield return (choices.Head, "nothing fits: 'one_of' is empty");
            yield break;
        }

        var misfits = list.Items.Select(item => (Item: item, Reason: MisfitOf(matcher, item))).Where(one => one.Reason is not null).ToList();
        if (misfits.Count == list.Items.Count && misfits.Count > 1)
        {
            yield return (choices.Head, $"nothing fits: no value of 'one_of' can be one of '{Excerpt.Of(matcher.Name)}'; {misfits[0].Reason}");
            yield break;
        }

        foreach (var (item, reason) in misfits)
            yield return (item is ScalarNode ? item.Place : choices.Head, $"nothing fits this value of 'one_of': {reason}");
    }

    private static bool HasNoInteger(double? least, double? most) =>
        least is { } low && most is { } high && Math.Ceiling(low) > Math.Floor(high);

    // Whether every legal value fits; what is beyond the field's own range has a finding of its own.
    private static bool IsIdle(DeclaredMatcher matcher, out string every)
    {
        var parts = matcher.Parts;
        var asked = parts.Present.Where(part => part.State != ValueState.None).ToList();
        every = "every text";
        if (asked.TrueForAll(part => (part.Spec == MatcherFields.Contains && part.Text is "")
            || (part.Spec == MatcherFields.Matches && IdlePatterns.Contains(part.Text ?? "?"))))
        {
            return true;
        }

        var (field, least, most) = (matcher.Field, parts[MatcherFields.Min].Number, parts[MatcherFields.Max].Number);
        every = FormattableString.Invariant(
            $"every value{(field.Minimum is { } low ? $" from {low}" : "")}{(field.Maximum is { } high ? $" to {high}" : "")}");
        return asked.TrueForAll(part => part.Spec == MatcherFields.Min || part.Spec == MatcherFields.Max)
            && (least is null || least == field.Minimum) && (most is null || most == field.Maximum);
    }

    // Why a value of one_of can never be the live one; null if it can, or if its range has a rule of its own.
    private static string? MisfitOf(DeclaredMatcher matcher, Node item)
    {
        if (item is not ScalarNode value)
            return $"a single value is compared, and this is {item.Describe()}";
        if (value.IsNull || value.Unknown is not null)
            return null;
        var (parts, text) = (matcher.Parts, Excerpt.Of(value.Text));
        switch (matcher.Kind)
        {
            case ValueKind.Number or ValueKind.Integer when !PlainScalar.TryNumber(value.Text, out _):
                return $"'{text}' is no number";
            case ValueKind.Integer when PlainScalar.TryNumber(value.Text, out var number) && Math.Floor(number) != number:
                return $"'{text}' is no whole number";
            case ValueKind.Boolean when !PlainScalar.TryBoolean(value.Text, out _):
                return $"'{text}' is neither true nor false";
            case ValueKind.Enum when matcher.Field.Enum is { } words && words.Find(value.Text) is null:
                var advice = NearestName.Of(value.Text, words.Words) is { } nearest ? $"; did you mean '{nearest}'" : "";
                return $"'{text}' is none of {string.Join(", ", words.Words)}{advice}";
        }

        if (PlainScalar.TryNumber(value.Text, out var own))
        {
            if (parts[MatcherFields.Min].Number is { } least && own < least && !PlainScalar.SameNumber(own, least))
                return $"'{text}' is less than 'min'";
            if (parts[MatcherFields.Max].Number is { } most && own > most && !PlainScalar.SameNumber(own, most))
                return $"'{text}' is greater than 'max'";
        }

        return parts[MatcherFields.Contains].Text is { } part && value.Text.IndexOf(part, StringComparison.Ordinal) < 0
            ? $"'{text}' does not contain '{Excerpt.Of(part)}'"
            : null;
    }
}
