using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Files;
using Arize.TaskLint.Engine.Machine;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Cli.Output;

/// <summary>
/// Where each report of a run goes: the first format to the first file, and so on; a format without a file goes to standard output.
/// </summary>
internal sealed class Reports
{
    private readonly Terminal terminal;
    private readonly PlatformReport? platform;
    private readonly List<(ReportFormat Format, string? File)> all = [];

    /// <summary>Pairs formats with files.</summary>
    /// <exception cref="UsageException">The two do not fit together, or a report must not go to its file.</exception>
    /// <param name="addsPlatform">Whether the form of the CI platform is added where no format is asked for.</param>
    internal Reports(IReadOnlyList<string> formats, IReadOnlyList<string> files, Terminal terminal, bool addsPlatform)
    {
        this.terminal = terminal;
        platform = addsPlatform && formats.Count == 0 && files.Count == 0 ? PlatformReport.Of(terminal) : null;
        var names = formats.Count > 0 ? formats : [ReportFormats.All[0].Name];
        if (files.Count > names.Count)
            throw new UsageException($"--output is given {files.Count} times, but --format {formats.Count} times; give a format for each file");
        if (names.Count - files.Count > 1)
        {
            var many = names.Count - files.Count;
            throw new UsageException($"{many} formats would go to standard output; give an --output for all but one, in the order of the formats");
        }

        for (var i = 0; i < names.Count; i++)
        {
            var format = ReportFormats.Find(names[i])
                ?? throw new UsageException($"--format '{names[i]}' is not one of {string.Join(", ", ReportFormats.All.Select(one => one.Name))}");
            all.Add((format, i < files.Count ? files[i] : null));
        }

        RefuseFiles(files);
    }

    private void RefuseFiles(IReadOnlyList<string> files)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var path = terminal.FullPath(file);
            WholeFile.Refuse(path, $"--output '{file}'", terminal.Workspace);
            if (!known.TryAdd(WholeFile.IdentityOf(path), file))
                throw new UsageException($"two reports would go to one file, --output '{known[WholeFile.IdentityOf(path)]}' and '{file}'");
            if (files.Count < all.Count && StandardFile.IsOutput(path))
                throw new UsageException($"--output '{file}' is standard output, where another report goes; give another file");
        }
    }

    /// <summary>Writes all reports. Those to files are written first, so that the one on standard output comes last.</summary>
    /// <param name="isColoured">Whether text is coloured; null to decide by the terminal.</param>
    /// <exception cref="UsageException">A file cannot be written.</exception>
    internal void Write(Report report, bool? isColoured, bool isQuiet, bool showsSuppressed)
    {
        void WriteOne(ReportFormat format, TextWriter writer, bool isOutput) => format.Write(
            terminal.Placed(report, format),
            terminal.Render(isOutput, isColoured) with { IsQuiet = isQuiet, ShowsSuppressed = showsSuppressed },
            writer);

        foreach (var (format, file) in all.OrderBy(report => report.File is null))
        {
            if (file is null)
                WriteOutput(format, terminal, WriteOne);
            else
                WriteFile(file, terminal, writer => WriteText(format, writer, terminal, WriteOne));
        }

        platform?.Write(report, terminal);
        if (all.Exists(one => one.Format is GitHubReport) || platform?.Format is GitHubReport)
            StepSummary.Append(report, new RenderOptions { IsQuiet = isQuiet, ShowsSuppressed = showsSuppressed }, terminal);
    }

    private static void WriteOutput(ReportFormat format, Terminal terminal, Action<ReportFormat, TextWriter, bool> write)
    {
        // Documents for programs are written completely, if they are read.
        using var held = terminal.Workspace.Files.Hold();
        write(format, format.IsForMachines ? RedactingWriter.Under(terminal.Output) : terminal.Output, true);
    }

    /// <summary>Writes a document that reports the failure where a program would look for the result.</summary>
    /// <param name="targets">The formats and their files, as far as the command line can be read.</param>
    /// <param name="exitCode">The exit code of the run.</param>
    /// <param name="hasOutput">Whether standard output has something already, which the failure would make unreadable.</param>
    internal static void WriteFailure(
        IEnumerable<(string Format, string? File)> targets, string error, int exitCode, bool hasOutput, Terminal terminal)
    {
        ReportFormat? onOutput = null;
        foreach (var (name, file) in targets)
        {
            if (ReportFormats.Find(name) is not { } format || (!format.IsForMachines && file is null))
                continue;
            if (format is GitHubReport)
                Tell(error, exitCode, terminal);
            try
            {
                if (file is null || !MayFailInto(terminal.FullPath(file), format))
                    onOutput ??= format.IsForMachines ? format : null;
                else
                    WriteFile(file, terminal, writer => Fail(format, error, exitCode, writer));
            }
            catch (Exception failed) when (failed is UsageException or IOException or UnauthorizedAccessException)
            {
                // The failure to write may be the failure that is reported.
                onOutput ??= format.IsForMachines ? format : null;
            }
        }

        if (!hasOutput && onOutput is not null)
            Fail(onOutput, error, exitCode, RedactingWriter.Under(terminal.Output));
    }

    /// <summary>Tells the CI platform of a failure before there is a report, where it reads the log: the run is red, and its page says why.</summary>
    internal static void WritePlatformFailure(string error, int exitCode, Terminal terminal)
    {
        if (PlatformReport.Of(terminal) is not { } report)
            return;
        report.Write(Report.Failure(error, exitCode), terminal);
        if (report.Format is GitHubReport)
            Tell(error, exitCode, terminal);
    }

    private static void Tell(string error, int exitCode, Terminal terminal) =>
        StepSummary.Append(Report.Failure(error, exitCode), new RenderOptions(), terminal);

    private static void Fail(ReportFormat format, string error, int exitCode, TextWriter writer) =>
        format.Write(Report.Failure(error, exitCode), new RenderOptions { StandsAlone = true }, writer);

    // A run that failed may not know yet what it would have read, so that only what was a report before is replaced by one of the failure.
    internal static bool MayFailInto(string path, ReportFormat format)
    {
        if (!FileFacts.Of(path).IsRegular)
            return true;
        try
        {
            using var file = new StreamReader(path);
            var head = new char[ReportFormat.HeadLength];
            var length = file.ReadBlock(head);
            if (length == 0 || format.IsHead(new string(head, 0, length)))
                return true;
            file.BaseStream.Seek(Math.Max(0, file.BaseStream.Length - ReportFormat.TailBytes), SeekOrigin.Begin);
            file.DiscardBufferedData();
            return format.IsTail(file.ReadToEnd());
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void WriteText(ReportFormat format, TextWriter writer, Terminal terminal, Action<ReportFormat, TextWriter, bool> write)
    {
        var clean = format.IsForMachines ? writer : new RedactingWriter(writer, terminal.Workspace.Secrets);
        write(format, clean, false);
        clean.Flush();
    }

    private static void WriteFile(string file, Terminal terminal, Action<TextWriter> write) =>
        WholeFile.Write(terminal.FullPath(file), $"--output '{file}'", terminal.Workspace, write);
}
