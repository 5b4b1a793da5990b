using System.Text;

namespace Arize.TaskLint.Engine.Git;

/// <summary>What a commit has, by paths from the top folder.</summary>
/// <param name="Files">The files.</param>
/// <param name="Links">The symbolic links.</param>
/// <param name="Submodules">The submodules.</param>
internal sealed record CommitFiles(IReadOnlyList<string> Files, IReadOnlyList<string> Links, IReadOnlyList<string> Submodules)
{
    private const string Letters = "abtnvfr";
    private const string Meanings = "\a\b\t\n\v\f\r";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the output of <c>git ls-tree -r</c>, in which a name with other than plain characters is quoted.</summary>
    internal static CommitFiles Read(string output)
    {
        var (files, links, submodules) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var line in output.Split('\n'))
        {
            // <mode> SP <type> SP <object> TAB <file>
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0 || Unquoted(line[(tab + 1)..]) is not { } name)
                continue;
            var list = line.StartsWith("100", StringComparison.Ordinal) ? files
                : line.StartsWith("120", StringComparison.Ordinal) ? links
                : submodules;
            list.Add(name);
        }

        return new CommitFiles(files, links, submodules);
    }

    // Null for a name that is not UTF-8: no file can be asked for by it.
    private static string? Unquoted(string name)
    {
        if (!name.StartsWith('"'))
            return name;
        var bytes = new List<byte>(name.Length);
        for (var i = 1; i < name.Length - 1; i++)
        {
            if (name[i] != '\\')
            {
                bytes.Add((byte)name[i]);
            }
            else if (name[++i] is >= '0' and <= '7')
            {
                bytes.Add((byte)Convert.ToInt32(name.Substring(i, 3), 8));
                i += 2;
            }
            else
            {
                bytes.Add((byte)(Letters.IndexOf(name[i], StringComparison.Ordinal) is var at and >= 0 ? Meanings[at] : name[i]));
            }
        }

        try
        {
            return Strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
