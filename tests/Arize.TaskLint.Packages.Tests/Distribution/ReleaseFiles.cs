using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Packages.Tests.Distribution;

/// <summary>The files of a release for linux-x64, made once of the native program that the feed has.</summary>
internal sealed class ReleaseFiles
{
    /// <summary>The version as Python writes it, which for that of the sources is the same.</summary>
    public const string Python = BuildInfo.Version;

    private static readonly SemaphoreSlim Once = new(1);
    private static ReleaseFiles? made;

    private ReleaseFiles(string folder) => Root = folder;

    /// <summary>The folder above all.</summary>
    public string Root { get; }

    /// <summary>The folder with the files.</summary>
    public string Folder => Path.Combine(Root, "files");

    /// <summary>The folder that the program was published in.</summary>
    public string Published => Path.Combine(Root, "program");

    /// <summary>The native program.</summary>
    public string Program => Path.Combine(Published, "tasklint");

    /// <summary>The files, or a skip where this machine cannot make them.</summary>
    public static async Task<ReleaseFiles> OfAsync(Feed feed)
    {
        Feed.NeedsNative();
        Needs("python3");
        await Once.WaitAsync();
        try
        {
            return made ??= await MakeAsync(feed);
        }
        finally
        {
            Once.Release();
        }
    }

    /// <summary>Leaves a test out that needs programs of the machine, where tests may skip.</summary>
    public static void Needs(params string[] programs)
    {
        if (programs.FirstOrDefault(program => !Programs.Has(program)) is not { } missing)
            return;
        Assert.SkipWhen(Programs.MaySkip, $"{missing} is missing");
        Assert.Fail($"{missing} is missing, and {Programs.NoSkipsVariable} says that nothing may skip");
    }

    /// <summary>Runs a script of src/packaging to its good end.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        var (code, output, error) = await Programs.RunAsync(Repository.Root, Repository.PathOf("src", "packaging", script), arguments);
        Assert.True(code == 0, $"{script} {string.Join(' ', arguments)}: exit code {code}\n{output}\n{error}");
        return output;
    }

    /// <summary>Makes the files once more, in another folder and from a copy of the program.</summary>
    public async Task<string> MakeAgainAsync(Feed feed)
    {
        var folder = Path.Combine(Root, "again");
        Directory.CreateDirectory(folder);
        var copy = Path.Combine(folder, "copy");
        File.Copy(Program, copy);
        return await PackAsync(feed, copy, Path.Combine(folder, "files"));
    }

    /// <summary>The entries of an archive, in their order: the path, the permissions and the bytes.</summary>
    public static IReadOnlyList<(string Path, UnixFileMode Mode, byte[] Bytes)> EntriesOf(string file)
    {
        var entries = new List<(string, UnixFileMode, byte[])>();
        using var stream = File.OpenRead(file);
        if (Path.GetExtension(file) is ".whl" or ".zip")
        {
            using var zip = new ZipArchive(stream);
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                entries.Add((entry.FullName, (UnixFileMode)((entry.ExternalAttributes >> 16) & 0x1FF), BytesOf(content)));
            }

            return entries;
        }

        using var tar = new TarReader(new GZipStream(stream, CompressionMode.Decompress));
        while (tar.GetNextEntry(copyData: true) is { } entry)
            entries.Add((entry.Name, entry.Mode, BytesOf(entry.DataStream!)));
        return entries;
    }

    /// <summary>What NuGet restored for the program.</summary>
    public static string AssetsOf(Feed feed) =>
        Directory.EnumerateFiles(Path.Combine(feed.PackedIn, "artifacts", "obj", "Arize.TaskLint.Cli"), "project.assets.json").Single();

    /// <summary>The JSON of a file.</summary>
    public static JsonDocument Json(byte[] bytes) => JsonDocument.Parse(bytes);

    private static async Task<ReleaseFiles> MakeAsync(Feed feed)
    {
        var files = new ReleaseFiles(feed.CreateProject().Folder);
        using (var package = feed.Open(Feed.Native))
        {
            const string Inside = "tools/any/linux-x64/";
            foreach (var entry in package.Entries.Where(entry => entry.FullName.StartsWith(Inside, StringComparison.Ordinal) && entry.Name.Length > 0))
            {
                var path = Path.Combine(files.Published, entry.FullName[Inside.Length..]);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await entry.ExtractToFileAsync(path);
            }
        }

        // The packages of NuGet say it themselves; a folder that is published has no such file.
        File.Delete(Path.Combine(files.Published, "tasklint.install"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(files.Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await files.PackAsync(feed, files.Program, files.Folder);
        return files;
    }

    private async Task<string> PackAsync(Feed feed, string program, string folder)
    {
        await RunAsync("package", "platform", "linux-x64", program, "--version", BuildInfo.Version, "--output", folder, "--assets", AssetsOf(feed), "--commit", "c0ffee",
            "--address", "https://example.com/owner/tasklint");
        await RunAsync("package", "common", "--version", BuildInfo.Version, "--output", folder, "--csharp-host", Path.Combine(Published, "csharp-host"));
        await RunAsync("package", "list", folder, "--version", BuildInfo.Version);
        return folder;
    }

    private static byte[] BytesOf(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>A file of UTF-8 as text.</summary>
    public static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
