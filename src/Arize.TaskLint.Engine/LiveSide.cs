using System.Globalization;
using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Engine.Inputs;

namespace Arize.TaskLint.Engine;

/// <summary>What was found of the declared tasks, and of their evaluators.</summary>
/// <param name="Tasks">Each declared task with the result of looking it up.</param>
/// <param name="Evaluators">The evaluators of the tasks.</param>
internal sealed record LiveSide(IReadOnlyList<TaskCase> Tasks, IReadOnlyList<AttachedEvaluator> Evaluators)
{
    /// <summary>Reads the live side that a request or the settings name.</summary>
    /// <param name="workspace">What the run reads.</param>
    /// <param name="request">The request.</param>
    /// <param name="declared">The declarations.</param>
    /// <param name="asksEvaluators">Whether any rule needs the evaluators.</param>
    /// <param name="cancellation">Ends the requests.</param>
    /// <exception cref="UsageException">The request contradicts itself, or saved tasks cannot be read.</exception>
    internal static Task<LiveSide> ReadAsync(
        Workspace workspace, LiveRequest request, Declarations declared, bool asksEvaluators, CancellationToken cancellation)
    {
        if (request is { UsesApi: true, Saved.Count: > 0 })
            throw new UsageException("--live reads saved tasks, and --api-url and --region ask the API; give one or the other");
        if (request.Saved.Count > 0)
            return Task.FromResult(Saved(workspace, request.Saved, workspace.WorkingDirectory, declared.Tasks));
        return declared.Settings.Live.Count > 0 && !request.UsesApi
            ? Task.FromResult(Saved(workspace, declared.Settings.Live, declared.Settings.Folder, declared.Tasks))
            : AskAsync(workspace, request, declared, asksEvaluators, cancellation);
    }

    private static LiveSide Saved(Workspace workspace, IReadOnlyList<string> files, string root, IReadOnlyList<TaskDeclaration> tasks)
    {
        var snapshot = new SnapshotFiles(workspace).Read(files, root);
        if (snapshot.IsCutShort)
            workspace.Log.Warn("the snapshot is cut short (has_more: true): a task that is not in it may exist all the same");
        foreach (var note in snapshot.Notes)
            workspace.Log.Warn(note);
        var answers = snapshot.Find(tasks);
        return new LiveSide(answers, snapshot.FindEvaluators(answers));
    }

    private static async Task<LiveSide> AskAsync(
        Workspace workspace, LiveRequest request, Declarations declared, bool asksEvaluators, CancellationToken cancellation)
    {
        var log = workspace.Log;
        var limits = new ApiLimits { Concurrency = request.Concurrency, Total = request.Timeout };
        try
        {
            var settings = ConnectionSettings.Read(workspace.Variable, request.ApiUrl, request.Region);
            log.Detail($"the API is at {settings.BaseUrl} ({settings.BaseUrlSource})");
            if (!settings.VerifiesCertificate)
                log.Warn("ARIZE_REQUEST_VERIFY is false: the server's certificate is not checked, so anybody between could read the key");
            using var client = new ApiClient(settings, limits, workspace.Time, log.Detail);
            void Show(int count) => log.Progress($"reading live tasks: {count.ToString(CultureInfo.InvariantCulture)}");
            var source = new ApiSource(new ArizeApi(client), Show);
            var answers = await source.FindAsync(declared.Tasks, declared.Spaces, cancellation).ConfigureAwait(false);
            var evaluators = asksEvaluators
                ? await source.FindEvaluatorsAsync(answers, declared.Spaces, cancellation).ConfigureAwait(false)
                : [];
            return new LiveSide(answers, evaluators);
        }
        catch (SettingsException wrong)
        {
            throw new UsageException(wrong.Message);
        }
        finally
        {
            log.Progress(null);
        }
    }
}
