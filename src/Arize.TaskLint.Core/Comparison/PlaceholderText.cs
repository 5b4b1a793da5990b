using System.Text.RegularExpressions;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>The placeholders of an input template.</summary>
internal static class PlaceholderText
{
    private static readonly Regex DatasetPrefix = new(@"(\{\{\s*)dataset\.", RegexOptions.CultureInvariant);

    /// <summary>The text with <c>{{dataset.x}}</c> written as <c>{{x}}</c>: the API takes both for the same column.</summary>
    internal static string WithoutDataset(string text) =>
        text.IndexOf("dataset.", StringComparison.Ordinal) < 0 ? text : DatasetPrefix.Replace(text, "$1");
}
