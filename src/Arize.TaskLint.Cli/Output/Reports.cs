using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Cli.Output;

/// <summary>Where each report of a run goes: the first format to the first file, and so on; a format without a file goes to standard output.</summary>
internal sealed class Reports
{
    private readonly List<(ReportFormat Format, string? File)> all = [];

    /// <summary>Pairs formats with files.</summary>
    /// <exception cref="UsageException">The two do not fit together.</exception>
    internal Reports(IReadOnlyList<string> formats, IReadOnlyList<string> files)
    {
        var names = formats.Count > 0 ? formats : [ReportFormats.All[0].Name];
        if (files.Count > names.Count)
            throw new UsageException($"--output is given {files.Count} times, but --format {formats.Count} times; give a format for each file");
        if (names.Count - files.Count > 1)
            throw new UsageException($"{names.Count - files.Count} formats would go to standard output; give an --output for all but one, in the order of the formats");
        for (var i = 0; i < names.Count; i++)
        {
            var format = ReportFormats.Find(names[i]) ?? throw new UsageException($"--format '{names[i]}' is not one of {string.Join(", ", ReportFormats.All.Select(one => one.Name))}");
            all.Add((format, i < files.Count ? files[i] : null));
        }
    }

    /// <summary>Writes all reports; those to files first, so that what is read along comes last.</summary>
    /// <exception cref="UsageException">A file cannot be written.</exception>
    internal void Write(Host host, Action<ReportFormat, TextWriter, bool> write)
    {
        foreach (var (format, file) in all.OrderBy(report => report.File is null))
        {
            if (file is null)
                write(format, format.IsForMachines ? RedactingWriter.Under(host.Output) : host.Output, true);
            else
                WriteFile(file, host, writer => WriteText(format, writer, host, write));
        }
    }

    /// <summary>Writes that there is no result, where a program would look for one.</summary>
    /// <param name="targets">The formats and their files, as far as the command line can be read.</param>
    /// <param name="error">Why there is none.</param>
    /// <param name="host">The machine.</param>
    internal static void WriteFailure(IEnumerable<(string Format, string? File)> targets, string error, Host host)
    {
        ReportFormat? onOutput = null;
        foreach (var (name, file) in targets)
        {
            if (ReportFormats.Find(name) is not { IsForMachines: true } format)
                continue;
            try
            {
                if (file is null)
                    onOutput ??= format;
                else
                    WriteFile(file, host, writer => format.WriteFailure(error, writer));
            }
            catch (UsageException)
            {
                // Perhaps the very failure that is to be told.
                onOutput ??= format;
            }
        }

        onOutput?.WriteFailure(error, RedactingWriter.Under(host.Output));
    }

    private static void WriteText(ReportFormat format, TextWriter writer, Host host, Action<ReportFormat, TextWriter, bool> write)
    {
        var clean = format.IsForMachines ? writer : RedactingWriter.Around(writer, host.Secret);
        write(format, clean, false);
        clean.Flush();
    }

    private static void WriteFile(string file, Host host, Action<TextWriter> write) =>
        WholeFile.Write(Path.Combine(host.WorkingDirectory, file), $"--output '{file}'", write);
}
