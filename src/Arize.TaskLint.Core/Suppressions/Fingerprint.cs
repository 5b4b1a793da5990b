using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Rules.Reading;

namespace Arize.TaskLint.Core.Suppressions;

/// <summary>
/// Identifies a finding independently of its line and the wording of its message: by its rule, file, task and path, and by its evidence, the text
/// that it is about. Positions in lists do not count, so that entries may change places. For drift, both values count, so that a further change is a
/// new finding.
/// </summary>
public static class Fingerprint
{
    /// <summary>How a fingerprint of this kind begins.</summary>
    internal const string Prefix = "2-";

    private const int Bytes = 10;
    private const int LongestName = 1_000;

    private const string HexDigits = "0123456789abcdef";

    private static readonly Regex Blanks = new(@"\s+", RegexOptions.CultureInvariant);

    // Thousands of findings have one each, so that a hash is not made anew for all of them.
    [ThreadStatic]
    private static SHA256? hash;

    [ThreadStatic]
    private static string? lastName;

    [ThreadStatic]
    private static string? lastDigest;

    /// <summary>The fingerprint of a finding.</summary>
    /// <param name="file">Its file, relative to the baseline, with <c>/</c>.</param>
    public static string Of(Finding finding, string file)
    {
        var path = finding.Path?.WithoutPositions();
        return Prefix + Digest(string.Join("\0", finding.Rule.Id, file, TaskOf(finding), path, EvidenceOf(finding)));
    }

    // All findings of a task have its name, which may be longer than anything else of them: a long one is read once.
    private static string TaskOf(Finding finding)
    {
        if (finding.Task is not { Length: > LongestName } name)
            return finding.Task ?? "";
        if (!ReferenceEquals(lastName, name))
            (lastName, lastDigest) = (name, Digest(name));
        return lastDigest!;
    }

    private static string Digest(string text)
    {
        hash ??= SHA256.Create();
        var bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(text));
        var digits = new char[Bytes * 2];
        for (var i = 0; i < Bytes; i++)
        {
            digits[i * 2] = HexDigits[bytes[i] >> 4];
            digits[(i * 2) + 1] = HexDigits[bytes[i] & 15];
        }

        return new string(digits);
    }

    private static string EvidenceOf(Finding finding) => finding.Rule switch
    {
        // The other of two is not what the finding is about, and the path has the key.
        SetRule or TaskExists or KeyOnce => "",
        _ => finding.Content ?? TextAt(finding.Place),
    };

    // Where a value is folded or indented does not change it.
    private static string TextAt(Place place) =>
        place.File is { } file && place.Start < place.End && place.End <= file.Text.Length
            ? Blanks.Replace(file.Text.Substring(place.Start, place.End - place.Start), " ").Trim()
            : "";
}
