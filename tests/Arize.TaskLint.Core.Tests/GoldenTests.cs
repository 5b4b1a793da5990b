using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests;

/// <summary>Golden files hold a test to what they say, and a missing one to nothing.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    public void A_golden_file_that_is_missing_is_a_failure_unless_it_is_written(string actual) => InFolder(path =>
    {
        if (Golden.IsUpdating)
        {
            Golden.Matches(path, actual);
            Assert.Equal(actual, File.ReadAllText(path));
            return;
        }

        Assert.Contains("is missing", Assert.Throws<InvalidOperationException>(() => Golden.Matches(path, actual)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    });

    [Fact]
    public void A_golden_file_that_says_the_same_is_none() => InFolder(path =>
    {
        File.WriteAllText(path, "");
        Golden.Matches(path, "");
    });

    private static void InFolder(Action<string> check)
    {
        var folder = Directory.CreateTempSubdirectory("tasklint-golden-").FullName;
        try
        {
            check(Path.Combine(folder, "golden.txt"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
