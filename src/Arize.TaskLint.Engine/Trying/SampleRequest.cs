namespace Arize.TaskLint.Engine;

/// <summary>The rows on which tasks are tried: exported spans, runs of experiments, examples of datasets.</summary>
public sealed record SampleRequest
{
    /// <summary>Files of spans, or <c>-</c> for standard input; <c>NAME=FILE</c> says which project a file is of.</summary>
    public IReadOnlyList<string> Spans { get; init; } = [];

    /// <summary>Files of runs of experiments, or of examples of datasets, or <c>-</c> for standard input.</summary>
    public IReadOnlyList<string> Runs { get; init; } = [];

    /// <summary>The project, by name or ID, of the files of spans that name none; null if that is not said.</summary>
    public string? Project { get; init; }

    /// <summary>Whether the spans were exported with a filter, so that they are not all that the project has.</summary>
    public bool IsFiltered { get; init; }

    internal bool IsGiven => Spans.Count > 0 || Runs.Count > 0;
}

/// <summary>Tries declared tasks on a sample: what they would select and judge.</summary>
public sealed record TryRequest : ReportRequest
{
    /// <summary>The sample.</summary>
    public SampleRequest Sample { get; init; } = new();

    /// <summary>
    /// The live tasks and evaluators, which tell the variables of evaluators and what declarations leave unmanaged. They are read where saved ones
    /// are given, here or in the settings, or where it is said how the API is reached; otherwise nothing is asked.
    /// </summary>
    public LiveRequest Live { get; init; } = new();

    /// <summary>The commit of the git repository whose declarations are tried too; null for none.</summary>
    public string? Base { get; init; }
}
