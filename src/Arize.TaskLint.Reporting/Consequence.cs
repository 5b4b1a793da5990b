using System.Globalization;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Reporting;

/// <summary>The practical effect of a change, if it follows from the values.</summary>
internal static class Consequence
{
    internal static string? Of(Change change)
    {
        if (change.Field == TaskFields.SamplingRate
            && change.Declared is ScalarNode declared && PlainScalar.TryNumber(declared.Text, out var was) && was > 0
            && change.Live is ScalarNode live && PlainScalar.TryNumber(live.Text, out var now) && now > 0)
        {
            // What is still to be done in Arize goes from the live value to the declared one.
            if (change.Status == ChangeStatus.Pending)
                (was, now) = (now, was);
            // A ratio that rounds to one is not worth mentioning.
            return (now / was).ToString("0.##", CultureInfo.InvariantCulture) is var factor and not "1" ? $"{factor}× the judge calls" : null;
        }

        return null;
    }
}
