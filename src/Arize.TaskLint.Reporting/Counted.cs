using System.Globalization;

namespace Arize.TaskLint.Reporting;

/// <summary>Numbers of things.</summary>
internal static class Counted
{
    /// <summary><c>1 task</c>, <c>2 tasks</c>.</summary>
    internal static string Of(int count, string thing) => $"{Number(count)} {thing}{(count == 1 ? "" : "s")}";

    internal static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
