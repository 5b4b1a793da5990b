using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Rules.Reading;

namespace Arize.TaskLint.Core.Suppressions;

/// <summary>
/// The fingerprints of baselines of version 1.0, which were made of messages. They are only read: <c>baseline prune</c> writes new ones.
/// </summary>
internal static class FirstFingerprint
{
    private const int Bytes = 10;

    private static readonly Regex Index = new(@"\[[0-9]+\]", RegexOptions.CultureInvariant);
    private static readonly Regex Position = new(@"\([0-9]+(,[0-9]+)?\)", RegexOptions.CultureInvariant);

    internal static string Of(Finding finding, string file)
    {
        var parts = string.Join("\0", finding.Rule.Id, file, finding.Task ?? "", WithoutIndex(finding.Path?.ToString() ?? ""), Essence(finding));
        using var hash = SHA256.Create();
        var bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(parts)).Take(Bytes);
        return string.Concat(bytes.Select(one => one.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static string Essence(Finding finding) => finding.Rule switch
    {
        // These messages name other files, whose names depend on the folder.
        SetRule or TaskExists => "",
        // Its message names a line, and its path the key.
        KeyOnce => "",
        // The text after the comma is the place of the policy.
        PolicyRule when finding.Message.LastIndexOf(", ", StringComparison.Ordinal) is var end and > 0 => finding.Message.Substring(0, end),
        _ => finding.Content ?? Position.Replace(WithoutIndex(finding.Message), "()"),
    };

    private static string WithoutIndex(string path) => Index.Replace(path, "[]");
}
