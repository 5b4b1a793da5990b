using System.Globalization;
using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;
using Arize.TaskLint.Core.Writing;
using Arize.TaskLint.Engine.Settings;
using Arize.TaskLint.Reporting.EditorSchema;

namespace Arize.TaskLint.Engine;

/// <summary>Reads what editors can offer of the live side.</summary>
/// <param name="workspace">What the run reads.</param>
internal sealed class LiveNamesRun(Workspace workspace)
{
    /// <summary>Reads the names, the evaluators and the tasks, from saved tasks or from the API.</summary>
    /// <param name="request">Where they are.</param>
    /// <param name="space">The space, by name or ID; null for that of the environment or the settings, else all that the key can see.</param>
    /// <param name="config">The settings file; null to look for it.</param>
    /// <param name="cancellation">Ends the requests.</param>
    /// <exception cref="UsageException">The request is wrong, or the live side cannot be read.</exception>
    internal async Task<LiveNames> ReadAsync(LiveRequest request, string? space, string? config, CancellationToken cancellation)
    {
        var settings = SettingsFile.Find(workspace, config, firstPath: null);
        using var source = new LiveSource(workspace, request, settings);
        source.ReadProfile();
        if (source.ReadSaved() is { } saved)
            return NamesOf(saved);
        try
        {
            var chosen = DeclarationFiles.SpaceOf(workspace, space) ?? settings.Space;
            var names = ShownNames.Of([], new SpaceSettings { ConfiguredNode = settings.SpaceNode });
            return NamesOf(await ReadApiAsync(source.OpenApi(), chosen, names, cancellation).ConfigureAwait(false));
        }
        catch (SettingsException wrong)
        {
            throw new UsageException(wrong.Message);
        }
        catch (ApiException failed)
        {
            throw new UsageException($"{failed.Message}; nothing was written") { ExitCode = ExitCodes.Undetermined };
        }
        finally
        {
            workspace.Log.Progress(null);
        }
    }

    private async Task<Snapshot> ReadApiAsync(ArizeApi api, string? space, ShownNames names, CancellationToken cancellation)
    {
        var reader = new SpaceReader(
            api, count => workspace.Log.Progress($"reading live tasks: {count.ToString(CultureInfo.InvariantCulture)}"))
        { Names = names };
        var document = new SnapshotDocument();
        await reader.ReadAsync(space, document, cancellation).ConfigureAwait(false);
        // All, and not only those in use: a new task may run any.
        var evaluators = document.IdsOf(ResourceKind.Evaluator);
        await Task.WhenAll(evaluators.Select(id => reader.ReadEvaluatorAsync(id, [], document, cancellation))).ConfigureAwait(false);
        foreach (var note in reader.Notes.Order(StringComparer.Ordinal))
            workspace.Log.Warn(note);
        var snapshot = new Snapshot("the API");
        return snapshot.Add(document.Build()) is { } unreadable ? throw new UsageException(unreadable) : snapshot;
    }

    private static LiveNames NamesOf(Snapshot snapshot) => new()
    {
        Resources = ResourceKind.All.ToDictionary(kind => kind, kind => (IReadOnlyList<(string, string)>)[.. snapshot.ListOf(kind)]),
        Evaluators = [.. snapshot.Evaluators.Select(one => new LiveEvaluator(one.Evaluator.Id, one.Evaluator.Name, one.Latest?.Variables ?? []))],
        Tasks = [.. snapshot.Tasks.OrderBy(NameOf, StringComparer.Ordinal).Select(task =>
            (NameOf(task), EditorSnippet.Of(new LiveTask(task, snapshot.NameOf, snapshot.NamesFor(task)), isByName: true)))],
    };

    private static string NameOf(ObjectView task) => task[TaskFields.Name].Text ?? task[TaskFields.Id].Text ?? "";
}
