using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Suppressions;
using Arize.TaskLint.Core.Yaml;
using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Engine.Machine;

namespace Arize.TaskLint.Engine.Judgement;

/// <summary>A baseline and its file: sorted, an entry a line, without a time, so that a change of it reads well in a review.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Content">What it accepts.</param>
internal sealed record BaselineFile(string Path, Baseline Content)
{
    internal const string DefaultName = "tasklint-baseline.json";

    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The folder that the files of its entries are relative to.</summary>
    internal string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Reads a baseline.</summary>
    /// <param name="workspace">What the run reads and writes.</param>
    /// <param name="path">The full path.</param>
    /// <param name="called">How a message calls it.</param>
    /// <exception cref="UsageException">It is not there, or broken.</exception>
    internal static BaselineFile Read(Workspace workspace, string path, string called)
    {
        if (Directory.Exists(path))
            throw new UsageException($"{called} is a folder; a baseline is a file");
        if (!File.Exists(path))
            throw new UsageException($"{called} does not exist; 'tasklint baseline create' writes one");
        workspace.Files.Read(path);
        if (FolderTree.Refusal(path) is { } refusal)
            throw new UsageException($"{called} {refusal}");
        byte[] bytes;
        try
        {
            bytes = FileBytes.Read(() => File.OpenRead(path), SourceText.MaximumBytes)
                ?? throw new UsageException($"{called} is too large for a baseline");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{called} cannot be read: {unreadable.Message}");
        }

        var problems = new List<Problem>();
        var source = SourceText.Decode(InputFiles.DisplayPath(path, workspace.WorkingDirectory), bytes, out var undecoded);
        if (undecoded is not null)
            problems.Add(undecoded);
        var content = problems.Count == 0 ? Baseline.Read(source, problems) : new Baseline([]);
        var messages = problems.Select(Linter.Describe).OfType<Finding>().Select(finding =>
            $"{finding.Place.Text}: no baseline: {finding.Message}").ToList();
        if (messages.Count > 0)
            throw new UsageException(messages);
        RefuseOther(source);
        return new BaselineFile(path, content);
    }

    /// <summary>Refuses a file that has something in it which is no baseline: somebody wrote it, and a wrong name must not cost it.</summary>
    /// <param name="workspace">What the run reads and writes.</param>
    /// <param name="path">The full path of what is to be written.</param>
    /// <exception cref="UsageException">It is no baseline.</exception>
    internal static void RefuseToReplace(Workspace workspace, string path)
    {
        if (!FileFacts.Of(path).IsRegular)
            return;
        byte[]? bytes;
        try
        {
            bytes = FileBytes.Read(() => File.OpenRead(path), SourceText.MaximumBytes);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Where it cannot be read either, writing says why.
            return;
        }

        if (bytes is null || !MayBeReplaced(SourceText.Decode(workspace.Call(path), bytes, out _)))
        {
            throw new UsageException(
                $"'{workspace.Call(path)}' is not written: it is there already and is no baseline; delete it, or give another file");
        }
    }

    // What a person added to a baseline, this tool does not know, and would lose.
    private static bool MayBeReplaced(SourceFile source)
    {
        // One with the marks of a merge is a baseline still, and is best made anew.
        var text = source.Text;
        if (string.IsNullOrWhiteSpace(text)
            || (text.Contains("\n<<<<<<<", StringComparison.Ordinal)
                && new[] { BaselineFields.FormatVersion, BaselineFields.Findings }
                    .All(field => text.Contains($"\"{field.Name}\"", StringComparison.Ordinal))))
        {
            return true;
        }

        var problems = new List<Problem>();
        Baseline.Read(source, problems);
        return problems.Count == 0;
    }

    // It is written as JSON again, so YAML of another form would be mixed with it.
    private static void RefuseOther(SourceFile source)
    {
        try
        {
            using var json = JsonDocument.Parse(source.Text);
        }
        catch (JsonException invalid)
        {
            var (line, column) = ((invalid.LineNumber ?? 0) + 1, (invalid.BytePositionInLine ?? 0) + 1);
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"{source.Path}:{line}:{column}: no baseline: it is not JSON, as 'tasklint baseline create' writes it"));
        }
    }

    /// <summary>How a baseline in a folder calls a finding's file.</summary>
    internal static string NameOf(Finding finding, string folder, Workspace workspace)
    {
        var shown = finding.Place.File!.Path;
        return workspace.Shown(shown.StartsWith('<')
            ? shown
            : InputFiles.DisplayPath(System.IO.Path.GetFullPath(shown, workspace.WorkingDirectory), folder));
    }

    /// <summary>The text of a baseline that accepts findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="folder">Where the baseline will lie.</param>
    /// <param name="workspace">What the run reads and writes.</param>
    internal static string TextOf(IEnumerable<Finding> findings, string folder, Workspace workspace) => TextOf(findings
        .Select(finding => (Finding: finding, File: NameOf(finding, folder, workspace)))
        .GroupBy(one => Fingerprint.Of(one.Finding, one.File))
        .Select(group => (Group: group, First: group.First()))
        .Select(one => (
            one.First.File, one.First.Finding, Line: LineOf(one.First.Finding, one.First.File, one.Group.Key, one.Group.Count(), workspace)))
        .OrderBy(one => one.File, StringComparer.Ordinal)
        .ThenBy(one => one.Finding.Task, StringComparer.Ordinal)
        .ThenBy(one => one.Finding.Rule.Id, StringComparer.Ordinal)
        .ThenBy(one => one.Finding.Path?.ToString(), StringComparer.Ordinal)
        .ThenBy(one => one.Line, StringComparer.Ordinal)
        .Select(one => one.Line));

    /// <summary>The text of a baseline with entries.</summary>
    /// <param name="lines">Each entry, as JSON.</param>
    internal static string TextOf(IEnumerable<string> lines)
    {
        var entries = string.Join(",\n", lines.Select(line => "    " + line));
        return $"{{\n  \"formatVersion\": \"{Baseline.Version}\",\n  \"findings\": [{(entries.Length > 0 ? $"\n{entries}\n  " : "")}]\n}}\n";
    }

    /// <summary>The text of an entry, with another count or fingerprint.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="count">How often it is accepted.</param>
    /// <param name="fingerprint">Another fingerprint; null for its own.</param>
    internal static string LineOf(BaselineEntry entry, int count, string? fingerprint)
    {
        var text = entry.Place.File!.Text[entry.Place.Start..entry.Place.End];
        if (count == entry.Count && fingerprint is null)
            return text;
        using var old = JsonDocument.Parse(text);
        return Write(json =>
        {
            foreach (var property in old.RootElement.EnumerateObject())
            {
                if (fingerprint is not null && property.NameEquals(BaselineEntryFields.Fingerprint.Name))
                    json.WriteString(property.Name, fingerprint);
                else if (!property.NameEquals(BaselineEntryFields.Count.Name))
                    property.WriteTo(json);
                else if (count > 1)
                    json.WriteNumber(property.Name, count);
            }
        });
    }

    private static string LineOf(Finding finding, string file, string fingerprint, int count, Workspace workspace) => Write(json =>
    {
        json.WriteString(BaselineEntryFields.Rule.Name, finding.Rule.Id);
        json.WriteString(BaselineEntryFields.File.Name, file);
        if (finding.Task is { } task)
            json.WriteString(BaselineEntryFields.Task.Name, workspace.Shown(task));
        if (finding.Path is { } path)
            json.WriteString(BaselineEntryFields.Path.Name, workspace.Shown(path.ToString()));
        json.WriteString(BaselineEntryFields.Message.Name, workspace.Shown(finding.Message));
        if (count > 1)
            json.WriteNumber(BaselineEntryFields.Count.Name, count);
        json.WriteString(BaselineEntryFields.Fingerprint.Name, fingerprint);
    });

    private static string Write(Action<Utf8JsonWriter> members)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, OneLine))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.ToArray());
    }
}
