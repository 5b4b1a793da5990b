using System.Globalization;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Runs;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Reporting;

/// <summary>The practical effect of a change, if it follows from the values.</summary>
internal static class Consequence
{
    /// <summary>The effect; null if there is none to tell.</summary>
    /// <param name="calls">The judge calls of the live task; null if they are not known.</param>
    /// <param name="pricePerCall">The price of a judge call; null if it is not known.</param>
    internal static string? Of(Change change, CallRate? calls, double? pricePerCall)
    {
        if (change.Field != TaskFields.SamplingRate || change.IsFilled
            || change.Declared is not ScalarNode declared || !PlainScalar.TryNumber(declared.Text, out var was) || was <= 0
            || change.Live is not ScalarNode live || !PlainScalar.TryNumber(live.Text, out var now) || now <= 0)
        {
            return null;
        }

        // The runs of the live task are at its own rate.
        var (before, after) = calls is null ? (0, 0) : (calls.PerDay * was / now, calls.PerDay);
        // What is still to be done in Arize goes from the live value to the declared one.
        if (change.Status == ChangeStatus.Pending)
            (was, now, before, after) = (now, was, after, before);
        // A ratio that rounds to one is not worth mentioning.
        if (Factor(now / was) is not (var factor and not "1"))
            return null;
        var amount = calls is null ? "" : $": about {CallRate.Rounded(before)} → {CallRate.Rounded(after)} a day, {calls.Basis}";
        var price = calls is null || pricePerCall is not { } each ? ""
            : $"; {Price(before * each)} → {Price(after * each)} a day at {Price(each)} a call";
        return $"{factor}× the judge calls{amount}{price}";
    }

    // Two decimals, or where they would say nothing, two digits that count.
    private static string? Factor(double ratio)
    {
        if (ratio >= 0.1)
            return ratio.ToString("0.##", CultureInfo.InvariantCulture);
        var decimals = 1 - (int)Math.Floor(Math.Log10(ratio));
        return ratio.ToString($"0.{new string('#', decimals)}", CultureInfo.InvariantCulture);
    }

    private static string Price(double price) => price.ToString(price is > 0 and < 1 ? "0.####" : "#,##0.00", CultureInfo.InvariantCulture);
}
