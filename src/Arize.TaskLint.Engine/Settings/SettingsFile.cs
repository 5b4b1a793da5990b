using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Suppressions;
using Arize.TaskLint.Core.Runs;
using Arize.TaskLint.Core.Severities;
using Arize.TaskLint.Core.Trials;
using Arize.TaskLint.Core.Yaml;
using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Engine.Judgement;
using Arize.TaskLint.Engine.Machine;

namespace Arize.TaskLint.Engine.Settings;

/// <summary>What <c>tasklint.yaml</c> says; nothing where there is none.</summary>
internal sealed record SettingsFile
{
    internal const string Name = "tasklint.yaml";
    internal const string OtherName = "tasklint.yml";

    // A report names the files that it is about, and what a variable brings appears in no output.
    private const string VariableInPath =
        "a path cannot have variables, because the output names files; write the path here, or pass it on the command line";

    /// <summary>The folder that its paths are relative to.</summary>
    internal string Folder { get; private init; } = "";

    /// <summary>The full path of the file; null where there is none.</summary>
    internal string? File { get; private init; }

    internal IReadOnlyList<string> Declarations { get; private init; } = [];

    internal string? Space => SpaceNode?.Text;

    /// <summary>The space, with the variables in it; or null.</summary>
    internal ScalarNode? SpaceNode { get; private init; }

    internal IReadOnlyList<string> Live { get; private init; } = [];

    /// <summary>The full path of the baseline, or null.</summary>
    internal string? Baseline { get; private init; }

    internal bool IsStrict { get; private init; }

    /// <summary>Whether evaluators are read.</summary>
    internal bool ChecksEvaluators { get; private init; } = true;

    /// <summary>The severities that it sets.</summary>
    internal IReadOnlyDictionary<Rule, SetSeverity> Rules { get; private init; } = new Dictionary<Rule, SetSeverity>();

    /// <summary>The severities of findings, by these settings.</summary>
    /// <param name="selection">The rules of the run.</param>
    /// <param name="inFiles">What <c>.editorconfig</c> sets.</param>
    internal FindingSeverities SeveritiesOf(RuleSelection selection, FileSeverities inFiles) => new()
    {
        Selection = selection,
        Set = Rules,
        Locked = LockedRules,
        Policies = Policies,
        Drift = DriftSeverities,
        InFile = inFiles.Of,
    };

    /// <summary>The IDs of the rules that neither a comment nor <c>.editorconfig</c> can change.</summary>
    internal IReadOnlyCollection<string> LockedRules { get; private init; } = [];

    /// <summary>The word of <c>fail_on</c>, or null.</summary>
    internal string? FailOn { get; private init; }

    /// <summary>The word of <c>min_severity</c>, or null.</summary>
    internal string? MinSeverity { get; private init; }

    /// <summary>The drift that the team lives with across tasks.</summary>
    internal IgnoreSet Ignore { get; private init; } = IgnoreSet.Empty;

    /// <summary>The live tasks that the team leaves undeclared.</summary>
    internal UnmanagedSet Unmanaged { get; private init; } = UnmanagedSet.Empty;

    /// <summary>The severity of drift by its path.</summary>
    internal DriftSeverities DriftSeverities { get; private init; } = DriftSeverities.Empty;

    /// <summary>The price of a judge call; null if it is not set.</summary>
    internal double? PricePerCall { get; private init; }

    /// <summary>When a continuous task counts as dead.</summary>
    internal HealthTerms Health { get; private init; } = HealthTerms.Default;

    internal TrialTerms Try { get; private init; } = TrialTerms.Default;

    /// <summary>What the team asks of its tasks.</summary>
    internal PolicySet Policies { get; private init; } = PolicySet.Empty;

    /// <summary>Reads the settings that apply to a run.</summary>
    /// <param name="workspace">What the run reads and writes.</param>
    /// <param name="given">The value of <c>--config</c>, or null to search upwards from the first path.</param>
    /// <param name="firstPath">The first path that was given, or null.</param>
    /// <exception cref="UsageException">The file is not there, or has an error.</exception>
    internal static SettingsFile Find(Workspace workspace, string? given, string? firstPath)
    {
        if (given is not null)
        {
            var file = Path.GetFullPath(given, workspace.WorkingDirectory);
            return System.IO.File.Exists(file) ? Read(workspace, file) : throw new UsageException($"--config '{given}' does not exist");
        }

        var start = firstPath is null or InputFiles.StandardInput ? workspace.WorkingDirectory : FolderOf(firstPath, workspace.WorkingDirectory);
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var (file, other) = (Path.Combine(folder.FullName, Name), Path.Combine(folder.FullName, OtherName));
            if (System.IO.File.Exists(file) && System.IO.File.Exists(other) && FileFacts.Of(file).Identity != FileFacts.Of(other).Identity)
            {
                var (shown, shownOther) = (workspace.Call(file), workspace.Call(other));
                throw new UsageException($"'{shown}' and '{shownOther}' are both there, and one would be ignored; keep one");
            }

            if (System.IO.File.Exists(file) || System.IO.File.Exists(other))
                return Read(workspace, System.IO.File.Exists(file) ? file : other);
        }

        return new SettingsFile { Folder = workspace.WorkingDirectory };
    }

    private static string FolderOf(string path, string root)
    {
        var wild = path.AsSpan().IndexOfAny("*?");
        var full = Path.GetFullPath(wild >= 0 ? path[..wild] + "x" : path, root);
        return Directory.Exists(full) ? full : Path.GetDirectoryName(full) ?? root;
    }

    private static SettingsFile Read(Workspace workspace, string file)
    {
        var shown = InputFiles.DisplayPath(file, workspace.WorkingDirectory);
        workspace.Files.Read(file);
        if (FolderTree.Refusal(file) is { } refusal)
            throw new UsageException($"'{shown}' {refusal}");
        byte[] bytes;
        try
        {
            bytes = FileBytes.Read(() => System.IO.File.OpenRead(file), SourceText.MaximumBytes)
                ?? throw new UsageException($"'{shown}' is too large for a settings file");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{shown}' cannot be read: {unreadable.Message}");
        }

        var problems = new List<Problem>();
        var source = SourceText.Decode(shown, bytes, out var undecoded);
        var roots = undecoded is null ? YamlTreeReader.Read(source, workspace.FillIn, problems, workspace.Secret) : null;
        if (undecoded is not null)
            problems.Add(undecoded);
        var root = roots is [var only] ? only : null;
        if (roots is { Count: > 1 })
            problems.Add(new Unreadable(roots[1].Place, "a settings file has one document"));
        else if (root is not (null or MappingNode or ScalarNode { IsNull: true }))
            problems.Add(new Unreadable(root.Place, $"a settings file is a mapping, but this is {root.Describe()}"));
        var view = new Binder().BindMapping(SettingsFields.Spec, root as MappingNode ?? new MappingNode(Place.None, []), problems);
        foreach (var field in SettingsFields.Paths)
        {
            var filled = view[field].Scalars.Where(path => path.Variables is not null);
            problems.AddRange(filled.Select(path => new UnknownSetting(path.Place, VariableInPath)));
        }

        var settings = new SettingsFile
        {
            Folder = Path.GetDirectoryName(file)!,
            File = file,
            Declarations = view[SettingsFields.Declarations].Texts,
            SpaceNode = view[SettingsFields.Space] is { Text: not null, Node: ScalarNode space } ? space : null,
            Live = view[SettingsFields.Live].Texts,
            Baseline = view[SettingsFields.Baseline].Text is { } baseline ? Path.GetFullPath(baseline, Path.GetDirectoryName(file)!) : null,
            IsStrict = view[SettingsFields.Strict].Boolean == true,
            ChecksEvaluators = view[SettingsFields.Evaluators].Boolean != false,
            Rules = RuleSettings.Severities(view[SettingsFields.Rules], problems),
            LockedRules = [.. RuleSettings.Locked(view[SettingsFields.Locked], problems).Select(rule => rule.Id)],
            FailOn = view[SettingsFields.FailOn].EnumWord,
            MinSeverity = view[SettingsFields.MinSeverity].EnumWord,
            Ignore = IgnoreSet.Read(view[SettingsFields.Ignore].Objects, problems),
            Unmanaged = UnmanagedSet.Read(view[SettingsFields.Unmanaged].Objects, problems),
            DriftSeverities = DriftSeverities.Read(view[SettingsFields.DriftSeverity], problems),
            Policies = PolicySet.Read(view[SettingsFields.Policies].Objects, workspace.Patterns, problems),
            PricePerCall = view[SettingsFields.PricePerCall].Number,
            Health = HealthTerms.Read(view[SettingsFields.Health].Object, problems),
            Try = TrialTerms.Read(view[SettingsFields.Try].Object, problems),
        };
        if (view[SettingsFields.PricePerCall] is { Number: < 0 } price)
            problems.Add(new WrongKind(price.Place, price.Path, "'price_per_call'", "a price, 0 or more", "a number", price.ShownText, null));
        Refuse(problems);
        return settings;
    }

    private static void Refuse(List<Problem> problems)
    {
        var messages = problems
            .Where(problem => problem is not (ForeignId or DoubtfulReference))
            .OrderBy(problem => problem.Place.Start)
            .Select(AsSetting)
            .Select(Linter.Describe)
            .OfType<Finding>()
            .Select(finding => $"{finding.Place.Text}: {(finding.Rule is KnownRuleOrSetting ? $"{finding.Rule.Id}: " : "")}{finding.Message}")
            .ToList();
        if (messages.Count > 0)
            throw new UsageException(messages);
    }

    // An unknown field of a declaration is a setting here.
    private static Problem AsSetting(Problem problem) => problem is UnknownField field
        ? new UnknownSetting(field.Place, $"{field.Spec.Noun} has no setting '{field.Name}'", field.Nearest is { } nearest ? $"'{nearest}'" : null)
        : problem;
}
