using Arize.TaskLint.Generator;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Tests;

/// <summary>The checked-in files with the builders' plain methods are those that the generator makes of the task schema.</summary>
public sealed class GeneratedFilesTests
{
    public static TheoryData<string> Types => [.. GeneratedFiles.All.Select(file => Path.GetFileName(file.Path))];

    [Theory]
    [MemberData(nameof(Types))]
    public void Generated_file_is_up_to_date(string name)
    {
        var file = GeneratedFiles.All.Single(file => Path.GetFileName(file.Path) == name);

        Golden.Matches(file.Path, file.Text);
    }

    [Fact]
    public void Folder_of_generated_files_holds_no_others() =>
        Assert.Equal(GeneratedFiles.All.Select(file => file.Path).Order(), Directory.EnumerateFiles(GeneratedFiles.Folder).Order());
}
