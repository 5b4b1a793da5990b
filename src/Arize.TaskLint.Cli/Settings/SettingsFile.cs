using Arize.TaskLint.Cli.Inputs;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Cli.Settings;

/// <summary>The fields of <c>tasklint.yaml</c>.</summary>
public static class SettingsFields
{
    /// <summary>Where the declarations are.</summary>
    public static readonly FieldSpec Declarations = new("declarations", ValueKind.TextList, "Files, folders and globs that declare tasks") { NeedsText = true, TakesSingle = true };

    /// <summary>The space of the tasks.</summary>
    public static readonly FieldSpec Space = new("space", ValueKind.Text, "The space of tasks that name none, by name or ID") { NeedsText = true, Refers = ResourceKind.Space };

    /// <summary>The saved live side.</summary>
    public static readonly FieldSpec Live = new("live", ValueKind.TextList, "Saved live tasks to check against instead of the API") { NeedsText = true, TakesSingle = true };

    /// <summary>Whether to compare strictly.</summary>
    public static readonly FieldSpec Strict = new("strict", ValueKind.Boolean, "Whether fields that a declaration does not name must be unset");

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a settings file", Declarations, Space, Live, Strict);
}

/// <summary>What <c>tasklint.yaml</c> says; nothing where there is none.</summary>
internal sealed record SettingsFile
{
    internal const string Name = "tasklint.yaml";

    /// <summary>The folder that its paths are relative to.</summary>
    internal string Folder { get; private init; } = "";

    internal IReadOnlyList<string> Declarations { get; private init; } = [];

    internal string? Space { get; private init; }

    internal IReadOnlyList<string> Live { get; private init; } = [];

    internal bool IsStrict { get; private init; }

    /// <summary>Reads the settings that apply to a run.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="given">The value of <c>--config</c>, or null to search upwards from the first path.</param>
    /// <param name="firstPath">The first path that was given, or null.</param>
    /// <exception cref="UsageException">The file is not there, or has an error.</exception>
    internal static SettingsFile Find(Host host, string? given, string? firstPath)
    {
        if (given is not null)
        {
            var file = Path.GetFullPath(given, host.WorkingDirectory);
            return File.Exists(file) ? Read(host, file) : throw new UsageException($"--config '{given}' does not exist");
        }

        var start = firstPath is null or InputFiles.StandardInput ? host.WorkingDirectory : FolderOf(firstPath, host.WorkingDirectory);
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, Name);
            if (File.Exists(file))
                return Read(host, file);
        }

        return new SettingsFile { Folder = host.WorkingDirectory };
    }

    private static string FolderOf(string path, string root)
    {
        var wild = path.AsSpan().IndexOfAny("*?");
        var full = Path.GetFullPath(wild >= 0 ? path[..wild] + "x" : path, root);
        return Directory.Exists(full) ? full : Path.GetDirectoryName(full) ?? root;
    }

    private static SettingsFile Read(Host host, string file)
    {
        var shown = InputFiles.DisplayPath(file, host.WorkingDirectory);
        byte[] bytes;
        try
        {
            bytes = FileBytes.Read(() => File.OpenRead(file), SourceText.MaximumBytes) ?? throw new UsageException($"'{shown}' is too large for a settings file");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{shown}' cannot be read: {unreadable.Message}");
        }

        var problems = new List<Problem>();
        var source = SourceText.Decode(shown, bytes, out var undecoded);
        var roots = undecoded is null ? YamlTreeReader.Read(source, host.FillIn, problems) : null;
        if (undecoded is not null)
            problems.Add(undecoded);
        var root = roots is [var only] ? only : null;
        if (roots is { Count: > 1 })
            problems.Add(new Unreadable(roots[1].Place, "a settings file has one document"));
        else if (root is not (null or MappingNode or ScalarNode { IsNull: true }))
            problems.Add(new Unreadable(root.Place, $"a settings file is a mapping, but this is {root.Describe()}"));
        var view = new Binder().BindMapping(SettingsFields.Spec, root as MappingNode ?? new MappingNode(Place.None, []), problems);
        Refuse(problems);
        return new SettingsFile
        {
            Folder = Path.GetDirectoryName(file)!,
            Declarations = view[SettingsFields.Declarations].Texts,
            Space = view[SettingsFields.Space].Text,
            Live = view[SettingsFields.Live].Texts,
            IsStrict = view[SettingsFields.Strict].Boolean == true,
        };
    }

    private static void Refuse(List<Problem> problems)
    {
        var messages = problems
            .Where(problem => problem is not ForeignId)
            .Select(Linter.Describe)
            .OfType<Finding>()
            .Select(finding => $"{finding.Place.File!.Path}({finding.Place.StartPosition.Line},{finding.Place.StartPosition.Column}): {finding.Message}")
            .ToList();
        if (messages.Count > 0)
            throw new UsageException(messages);
    }
}
