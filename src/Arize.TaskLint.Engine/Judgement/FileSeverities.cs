using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Severities;
using Arize.TaskLint.Engine.Inputs;

namespace Arize.TaskLint.Engine.Judgement;

/// <summary>The severities that the files <c>.editorconfig</c> and <c>.globalconfig</c> set.</summary>
/// <param name="workspace">What the run reads.</param>
internal sealed class FileSeverities(Workspace workspace)
{
    /// <summary>What a declaration from standard input counts as where <c>.editorconfig</c> asks for names.</summary>
    private const string StandardInputFile = "stdin.arize.yaml";

    private readonly EditorConfigFiles editorConfigs = new(workspace);
    private readonly Dictionary<string, string> fullPaths = new(StringComparer.Ordinal);

    /// <summary>The severity that is set for a rule in a file; null where none is.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="file">The file, as findings call it, or its full path; it need not exist.</param>
    /// <exception cref="UsageException">A file <c>.editorconfig</c> cannot be read.</exception>
    internal SetSeverity? Of(Rule rule, string file) =>
        editorConfigs.For(FullPath(file)).SeverityOf(rule, isYaml: !file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with the settings in the files <c>.editorconfig</c> above some files.</summary>
    /// <param name="files">Full paths, or <c>-</c>.</param>
    /// <exception cref="UsageException">A file <c>.editorconfig</c> cannot be read.</exception>
    internal IEnumerable<Finding> Check(IEnumerable<string> files)
    {
        foreach (var file in files)
            _ = editorConfigs.For(FullPath(file));
        return editorConfigs.All.SelectMany(one => EditorConfigCheck.Check(one.Config, one.IsGlobal));
    }

    private string FullPath(string file)
    {
        if (!fullPaths.TryGetValue(file, out var full))
        {
            var named = file is InputFiles.StandardInput or InputFiles.ShownStandardInput ? StandardInputFile : file;
            fullPaths.Add(file, full = Path.GetFullPath(named, workspace.WorkingDirectory));
        }

        return full;
    }
}
