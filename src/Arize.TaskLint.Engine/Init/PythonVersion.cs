using System.Text.RegularExpressions;

namespace Arize.TaskLint.Engine.Init;

/// <summary>
/// A version as Python writes it (PEP 440), which the wheel has: 1.2.3-rc.1 is 1.2.3rc1, and 1.2.3-rc.1.4, four commits behind that tag,
/// is 1.2.3rc1.post4. The scripts of the release have the same rule.
/// </summary>
internal static partial class PythonVersion
{
    /// <summary>Writes a version for Python; as it is where it is none of this tool's.</summary>
    /// <param name="version">The version, as .NET and npm write it.</param>
    internal static string Of(string version)
    {
        var found = Semantic().Match(version);
        if (!found.Success || !found.Groups[2].Success)
            return version;
        var kind = found.Groups[2].Value is "rc" ? "rc" : found.Groups[2].Value[..1];
        return found.Groups[1].Value + kind + found.Groups[3].Value + (found.Groups[4].Success ? $".post{found.Groups[4].Value}" : "");
    }

    [GeneratedRegex(@"^([0-9]+\.[0-9]+\.[0-9]+)(?:-(alpha|beta|rc)\.([0-9]+)(?:\.([0-9]+))?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Semantic();
}
