using System.Text;
using System.Text.Json;
using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Engine;

/// <summary>Reads the results that <c>--format json</c> wrote.</summary>
internal static class SavedResult
{
    private const int MostBytes = 512 * 1024 * 1024;

    /// <summary>Reads a result.</summary>
    /// <param name="workspace">What the run reads.</param>
    /// <param name="given">The file, or <c>-</c> for standard input.</param>
    /// <exception cref="UsageException">It cannot be read, or is no result.</exception>
    internal static Report Read(Workspace workspace, string given)
    {
        try
        {
            if (given == InputFiles.StandardInput)
                return ReportOf(given, FileBytes.Read(workspace.Input, MostBytes));
            var path = Path.GetFullPath(given, workspace.WorkingDirectory);
            if (Directory.Exists(path))
                throw new UsageException($"'{given}' is a folder; give the file that --format json wrote");
            return File.Exists(path)
                ? ReportOf(given, FileBytes.Read(() => File.OpenRead(path), MostBytes))
                : throw new UsageException($"'{given}' does not exist");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{given}' cannot be read: {unreadable.Message}");
        }
    }

    private static Report ReportOf(string given, byte[]? bytes)
    {
        if (bytes is null)
            throw new UsageException($"'{given}' is too large for a result");
        try
        {
            return JsonReport.Read(JsonBytes.ToUtf8(bytes));
        }
        catch (Exception invalid) when (invalid is JsonException or DecoderFallbackException)
        {
            throw new UsageException($"'{given}' is not a result of 'tasklint … --format json': {ReasonOf(invalid)}");
        }
    }

    // The library's message names types; for people, member names are more useful.
    private static string ReasonOf(Exception invalid)
    {
        const string Missing = "missing required properties including: ";
        var reason = invalid.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.');
        var at = reason.IndexOf(Missing, StringComparison.Ordinal);
        if (at >= 0)
            return $"it lacks {reason[(at + Missing.Length)..]}";
        if (reason.Contains("any JSON tokens", StringComparison.Ordinal))
            return "the file is empty";
        if (reason.Contains("could not be converted", StringComparison.Ordinal) && invalid is JsonException { Path: null or "$" })
            return "it is not an object";
        return invalid is JsonException { Path: { Length: > 1 } path } ? $"the value of {path} is not of the right kind" : reason;
    }
}
