using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>What may stand for a scalar: any live value that fits is no drift.</summary>
internal static class Matcher
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    /// <summary>Whether a live value fits; null where a pattern takes too long to tell.</summary>
    /// <param name="matcher">The matcher.</param>
    /// <param name="kind">The kind of the field's value.</param>
    /// <param name="equality">How the field's values are held against each other.</param>
    /// <param name="live">The live value.</param>
    internal static bool? Fits(ObjectView matcher, ValueKind kind, Equality equality, ScalarNode live)
    {
        if (matcher[MatcherFields.Min].Number is { } min && !(PlainScalar.TryNumber(live.Text, out var number) && (number >= min || PlainScalar.SameNumber(number, min))))
            return false;
        if (matcher[MatcherFields.Max].Number is { } max && !(PlainScalar.TryNumber(live.Text, out number) && (number <= max || PlainScalar.SameNumber(number, max))))
            return false;
        if (matcher[MatcherFields.Contains].Text is { } part && live.Text.IndexOf(part, StringComparison.Ordinal) < 0)
            return false;
        var choices = matcher[MatcherFields.OneOf];
        if (choices.IsKnown && !choices.Items.OfType<ScalarNode>().Any(choice => Values.Same(kind, equality, choice, live)))
            return false;
        return matcher[MatcherFields.Matches].Text is not { } pattern ? true : IsMatch(pattern, live.Text);
    }

    private static bool? IsMatch(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, PatternTime);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
