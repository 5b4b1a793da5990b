using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Patterns;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>What may stand for a scalar: any live value that fits is no drift.</summary>
internal static class Matcher
{
    /// <summary>Whether a part of a matcher is not known.</summary>
    internal static bool IsUnknown(ObjectView matcher) => matcher.Present.Any(part =>
        part.State == ValueState.Unknown || part.Items.Any(item => item is ScalarNode { Unknown: not null }));

    /// <summary>Whether a live value fits; null where a pattern takes too long to tell. No value fits only where <c>one_of</c> has a null.</summary>
    /// <param name="field">The field, or the mapping that the value is in.</param>
    /// <param name="kind">The kind of the value.</param>
    /// <param name="live">The live value.</param>
    /// <param name="patterns">The patterns of the run.</param>
    internal static bool? Fits(ObjectView matcher, FieldSpec field, ValueKind kind, Node? live, PatternRun patterns)
    {
        var choices = matcher[MatcherFields.OneOf];
        if (Values.IsNone(field, live))
            return choices.Items.Any(choice => Values.IsNone(field, choice));
        if (live is not ScalarNode value)
            return false;
        if (matcher[MatcherFields.Min].Number is { } min
            && !(PlainScalar.TryNumber(value.Text, out var number) && (number >= min || PlainScalar.SameNumber(number, min))))
        {
            return false;
        }

        if (matcher[MatcherFields.Max].Number is { } max
            && !(PlainScalar.TryNumber(value.Text, out number) && (number <= max || PlainScalar.SameNumber(number, max))))
        {
            return false;
        }

        if (matcher[MatcherFields.Contains].Text is { } part && value.Text.IndexOf(part, StringComparison.Ordinal) < 0)
            return false;
        if (choices.IsKnown && !choices.Items.OfType<ScalarNode>().Any(choice => !choice.IsNull && Values.Same(kind, field.Equality, choice, value)))
            return false;
        return matcher[MatcherFields.Matches].Text is not { } pattern ? true : patterns.IsMatch(pattern, value.Text);
    }
}
