using System.Globalization;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>Writes places in the form that people and editors read: <c>a.arize.yaml:12:20</c>.</summary>
internal static class PlaceText
{
    internal static string Of(ReportLocation location) =>
        string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Escape(location.File)}:{location.StartLine}:{location.StartColumn}");
}
