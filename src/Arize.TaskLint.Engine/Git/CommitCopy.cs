namespace Arize.TaskLint.Engine.Git;

/// <summary>
/// A folder of git's for one commit, with the objects of a repository and nothing else of it: what the repository's own settings would run, such as
/// the filters of a checkout, is not there. A file is written with the line breaks that it has in the work tree; one of Git LFS stays a pointer.
/// </summary>
internal static class CommitCopy
{
    // These say how a file is written, and run nothing.
    private const string Settings = @"^core\.(autocrlf|eol|symlinks|longpaths)$";

    private const int CharactersOfSha256 = 64;

    /// <summary>Asks git for what the folder takes over: its arguments.</summary>
    internal static string[] AskSettings => ["config", "--get-regexp", Settings];

    /// <summary>Makes the folder, and gives the variables that lead git to it.</summary>
    /// <param name="folder">The folder, which does not exist, or is one that this made.</param>
    /// <param name="objects">The objects of the repository.</param>
    /// <param name="tree">Where files are written.</param>
    /// <param name="commit">The ID of the commit.</param>
    internal static Dictionary<string, string?> Make(string folder, string objects, string tree, string commit)
    {
        foreach (var inside in new[] { "refs", "objects", "info" })
            Directory.CreateDirectory(Path.Combine(folder, inside));
        File.WriteAllText(Path.Combine(folder, "HEAD"), "ref: refs/heads/none\n");
        File.WriteAllText(Path.Combine(folder, "config"), commit.Length == CharactersOfSha256
            ? "[core]\n\trepositoryformatversion = 1\n\tbare = false\n[extensions]\n\tobjectformat = sha256\n"
            : "[core]\n\trepositoryformatversion = 0\n\tbare = false\n");
        // These come before the attributes in the tree, which choose among the filters that the machine's settings have.
        File.WriteAllText(Path.Combine(folder, "info", "attributes"), "* -filter\n");
        return new Dictionary<string, string?>
        {
            ["GIT_DIR"] = folder,
            ["GIT_COMMON_DIR"] = null,
            ["GIT_OBJECT_DIRECTORY"] = objects,
            ["GIT_WORK_TREE"] = tree,
            ["GIT_INDEX_FILE"] = Path.Combine(folder, "index"),
        };
    }

    /// <summary>The arguments that set what git has answered.</summary>
    internal static IEnumerable<string> ArgumentsOf(string settings)
    {
        foreach (var line in settings.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', 2);
            if (words.All(word => word.All(c => char.IsAsciiLetterOrDigit(c) || c == '.')))
            {
                yield return "-c";
                // Without a value, a setting is on.
                yield return string.Join('=', words);
            }
        }
    }
}
