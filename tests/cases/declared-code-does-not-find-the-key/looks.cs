using System.Collections;
using System.Runtime.InteropServices;
using Arize.TaskLint;

// Looks for the key where code of the same user can look: its own environment and arguments, those of the processes above it, their open files
// and memory.
class Looks : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        var found = new List<string>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            Look("own environment", $"{variable.Key}={variable.Value}");
        var process = Environment.ProcessId;
        for (var i = 0; i < 2; i++)
        {
            var status = File.ReadAllText($"/proc/{process}/stat");
            process = int.Parse(status[(status.LastIndexOf(')') + 2)..].Split(' ')[1]);
            foreach (var file in new[] { "environ", "cmdline", "auxv", "maps" })
                Look($"{i} {file}", Text($"/proc/{process}/{file}"));
        }

        // The parent answers as a process that others cannot attach to: its files belong to root.
        foreach (var line in File.ReadLines("/proc/self/status").Where(line => line.StartsWith("PPid:", StringComparison.Ordinal)))
            Console.WriteLine($"owner of the parent's environ: {Owner($"/proc/{line[5..].Trim()}/environ")}");
        Console.WriteLine(found.Count == 0 ? "not found" : "found in " + string.Join(", ", found));
        tasks.CodeEvaluation("A").OnProject("P1").SamplingRate(0.5).Evaluator("E1");

        void Look(string where, string text)
        {
            if (text.Contains("s3cret", StringComparison.Ordinal))
                found.Add(where);
        }
    }

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string Owner(string path)
    {
        using var stat = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("stat", ["-c", "%U", path]) { RedirectStandardOutput = true })!;
        return stat.StandardOutput.ReadToEnd().Trim();
    }
}
