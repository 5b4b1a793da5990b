using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Engine;

/// <summary>Which declarations a run reads.</summary>
public abstract record DeclarationsRequest
{
    /// <summary>
    /// Files, folders, globs, or <c>-</c> for standard input. Empty: what <c>tasklint.yaml</c> declares, else all <c>*.arize.yaml</c> below the
    /// working directory.
    /// </summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The settings file; null to search <c>tasklint.yaml</c> upwards from the first path.</summary>
    public string? Config { get; init; }

    /// <summary>
    /// The space, by name or ID, in which tasks are looked for that name none; null for that of <c>ARIZE_SPACE</c> or the settings.
    /// </summary>
    public string? Space { get; init; }

    /// <summary>Whether declarations in C# may be read, which runs their code.</summary>
    public bool MayRunCode { get; init; } = true;

    /// <summary>The rules that are run: IDs, or ranges such as <c>ATL2xxx</c>. Empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>The rules that are left out.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [];

    /// <summary>The baseline; null for that of the settings.</summary>
    public string? Baseline { get; init; }
}

/// <summary>A run with a report.</summary>
public abstract record ReportRequest : DeclarationsRequest
{
    /// <summary>
    /// The least severity that fails the run: <see cref="Severity.Error"/>, <see cref="Severity.Warning"/> or <see cref="Severity.Suggestion"/>;
    /// <see cref="Severity.None"/> for never; null for that of the settings, else error.
    /// </summary>
    public Severity? FailOn { get; init; }

    /// <summary>
    /// The least severity that is in the report; null for that of the settings, else suggestion. What fails the run is always in it.
    /// </summary>
    public Severity? MinSeverity { get; init; }
}

/// <summary>Reads declarations and runs the rules, without a network.</summary>
public sealed record LintRequest : ReportRequest
{
    /// <summary>Whether to make the changes that findings come with, before the rules are run.</summary>
    public FixMode Fix { get; init; }

    /// <summary>
    /// Whether the other declarations are read as well, those of the settings or else below the working directory, so that rules across files see
    /// them. What is found in the given paths alone is reported. Where the settings file is among the paths, all declarations are.
    /// </summary>
    public bool ReadsOthers { get; init; }
}

/// <summary>What is done with the changes that findings come with.</summary>
public enum FixMode
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>They are written into the files.</summary>
    Write,

    /// <summary>They are shown, and nothing is written.</summary>
    Show,
}

/// <summary>Which live tasks the declarations are compared with, and how.</summary>
public sealed record LiveRequest
{
    /// <summary>Files of saved live tasks, folders of them, or <c>-</c>; empty for those of the settings, else the API.</summary>
    public IReadOnlyList<string> Saved { get; init; } = [];

    /// <summary>Whether fields that a declaration does not name must be unset. The settings may ask for it too.</summary>
    public bool IsStrict { get; init; }

    /// <summary>
    /// Files of tasks that were saved earlier, if fields that a declaration does not name count only where they changed since then; otherwise empty.
    /// </summary>
    public IReadOnlyList<string> Since { get; init; } = [];

    /// <summary>
    /// The name of a profile of the official command line of Arize; null for the active one, where there is one. The environment goes over it.
    /// </summary>
    public string? Profile { get; init; }

    /// <summary>The address of the API; null for that of the environment or the profile.</summary>
    public string? ApiUrl { get; init; }

    /// <summary>The region of the API, for example <c>eu-west-1a</c>; null for that of the environment or the profile.</summary>
    public string? Region { get; init; }

    /// <summary>How many requests may be under way at once, from 1 to 32.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>The time for all requests together, waiting included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    internal bool IsGiven => Saved.Count > 0 || UsesApi;

    internal bool UsesApi => ApiUrl is not null || Region is not null || Profile is not null;
}

/// <summary>Reads declarations, runs the rules, and compares the declared tasks with the live ones.</summary>
public sealed record CheckRequest : ReportRequest
{
    /// <summary>The live tasks.</summary>
    public LiveRequest Live { get; init; } = new();

    /// <summary>
    /// The commit of the git repository whose declarations are the third side, such as <c>origin/main</c>: a change that the declarations made since
    /// then is pending, and drift that was there before fails no run. Null for that of the pull request that a CI job runs for, else to compare two
    /// sides.
    /// </summary>
    public string? Base { get; init; }

    /// <summary>Whether to compare two sides even where a CI job runs for a pull request.</summary>
    public bool IgnoresPullRequest { get; init; }

    /// <summary>Whether live tasks are reported that nothing declares.</summary>
    public bool ReportsUnmanaged { get; init; }

    /// <summary>The lock that the latest versions of unpinned evaluators are compared with; null for none.</summary>
    public string? Lock { get; init; }

    /// <summary>Whether the last runs of continuous tasks are read and judged.</summary>
    public bool ChecksHealth { get; init; }

    /// <summary>The sample on which the tasks are tried too; empty for none.</summary>
    public SampleRequest Sample { get; init; } = new();

    /// <summary>Whether drift that is not the declarations' own change fails a run that has a base as well.</summary>
    public bool FailsOnExistingDrift { get; init; }
}

/// <summary>Writes declarations from live tasks.</summary>
public sealed record PullTasksRequest
{
    /// <summary>The tasks, by ID or exact name; empty for all of the project, the space or the saved tasks.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>
    /// The space, by name or ID, which is also written into the declarations; null for that of <c>ARIZE_SPACE</c> or the settings, which is not.
    /// </summary>
    public string? Space { get; init; }

    /// <summary>The project whose tasks are written, by name or ID; null for those of the space.</summary>
    public string? Project { get; init; }

    /// <summary>Whether only tasks are written that nothing declares and that the settings do not leave undeclared.</summary>
    public bool IsUnmanaged { get; init; }

    /// <summary>The declarations that tell which tasks are declared; empty for those of the settings, else of the working directory.</summary>
    public IReadOnlyList<string> Declared { get; init; } = [];

    /// <summary>The live tasks.</summary>
    public LiveRequest Live { get; init; } = new();

    /// <summary>The settings file; null to search <c>tasklint.yaml</c> upwards from the working directory.</summary>
    public string? Config { get; init; }

    /// <summary>The language of the declarations.</summary>
    public PullLanguage Language { get; init; }

    /// <summary>Whether resources are referred to by their names, where these are known and fit one resource.</summary>
    public bool IsByName { get; init; }

    /// <summary>The file to write, or the folder if there are several; null for standard output.</summary>
    public string? Output { get; init; }

    /// <summary>What a file is written for.</summary>
    public PullSplit Split { get; init; }

    /// <summary>Whether files that exist are overwritten.</summary>
    public bool Overwrites { get; init; }
}

/// <summary>Tells which live tasks are declared.</summary>
internal sealed record UnmanagedRequest : DeclarationsRequest;

/// <summary>The language of declarations that are written.</summary>
public enum PullLanguage
{
    /// <summary>YAML.</summary>
    Yaml,

    /// <summary>C#.</summary>
    CSharp,
}

/// <summary>What a file of declarations is written for.</summary>
public enum PullSplit
{
    /// <summary>All tasks.</summary>
    None,

    /// <summary>Each task.</summary>
    Task,

    /// <summary>The tasks of each project or dataset.</summary>
    Project,
}

/// <summary>Writes a baseline, or drops from one what is found no more.</summary>
public sealed record BaselineRequest : DeclarationsRequest
{
    /// <summary>Whether drift is accepted too. It is where <see cref="Live"/> names a live side.</summary>
    public bool Compares { get; init; }

    /// <summary>The live tasks.</summary>
    public LiveRequest Live { get; init; } = new();

    /// <summary>The sample on which the tasks are tried too; empty for none.</summary>
    public SampleRequest Sample { get; init; } = new();

    /// <summary>The file to write; null for that of the settings, else <c>tasklint-baseline.json</c>.</summary>
    public string? Output { get; init; }

    /// <summary>Whether to write nothing.</summary>
    public bool IsDry { get; init; }

    internal bool ReadsLive => Compares || Live.IsGiven;
}

/// <summary>Writes live values into existing declarations.</summary>
public sealed record UpdateRequest : DeclarationsRequest
{
    /// <summary>The live tasks.</summary>
    public LiveRequest Live { get; init; } = new();

    /// <summary>Whether to write nothing, and show the changes.</summary>
    public bool IsDry { get; init; }
}

/// <summary>Writes what a team accepts into its declarations.</summary>
public sealed record AcceptRequest : DeclarationsRequest
{
    /// <summary>The task, by name or ID, or the rule.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The path of the drift, or the place of the finding as <c>FILE:LINE</c>; null for all drift of the task.</summary>
    public string? Path { get; init; }

    /// <summary>Why, in one line.</summary>
    public string? Reason { get; init; }

    /// <summary>Who answers for it; null for nobody.</summary>
    public string? Owner { get; init; }

    /// <summary>The last day on which it counts, in UTC; null forever.</summary>
    public DateTime? Until { get; init; }

    /// <summary>The live tasks, where no path is given.</summary>
    public LiveRequest Live { get; init; } = new();
}

/// <summary>Checks that what a check needs works.</summary>
public sealed record DoctorRequest
{
    /// <summary>The settings file; null to search <c>tasklint.yaml</c> upwards from the working directory.</summary>
    public string? Config { get; init; }

    /// <summary>The space, by name or ID; null for that of <c>ARIZE_SPACE</c> or the settings.</summary>
    public string? Space { get; init; }

    /// <summary>How the API is reached.</summary>
    public LiveRequest Live { get; init; } = new();
}

/// <summary>Saves the live tasks, and what rules and the comparison need to know beside them.</summary>
public sealed record SnapshotRequest : DeclarationsRequest
{
    /// <summary>How the API is reached; saved tasks are not read.</summary>
    public LiveRequest Live { get; init; } = new();

    /// <summary>The file to write, or <c>-</c> for standard output; null to write no snapshot, but a lock.</summary>
    public string? Output { get; init; }

    /// <summary>The file for the lock of the evaluators that are not pinned; null to write none.</summary>
    public string? Lock { get; init; }

    /// <summary>The names or IDs of the only tasks to save; empty for all of the spaces.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>Whether the last runs of continuous tasks are saved too.</summary>
    public bool HasRuns { get; init; }

    /// <summary>Whether files are replaced that are no snapshot, or no lock.</summary>
    public bool IsForced { get; init; }
}
