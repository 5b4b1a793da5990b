namespace Arize.TaskLint.Testing;

/// <summary>Compares what was written with a file that is kept in the repository.</summary>
public static class Golden
{
    /// <summary>The variable that makes tests write the files anew; look at the difference before committing it.</summary>
    public const string UpdateVariable = "TASKLINT_UPDATE_GOLDEN";

    /// <summary>Whether the files are to be written anew.</summary>
    public static bool IsUpdating => Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    /// <summary>Compares, or writes the file anew.</summary>
    /// <param name="path">The file.</param>
    /// <param name="actual">What was written.</param>
    /// <exception cref="InvalidOperationException">The two differ, or the file is not there.</exception>
    public static void Matches(string path, string actual)
    {
        if (IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        // One that is missing is not one that is empty: whoever adds a case looks at what it prints.
        if (!File.Exists(path))
            throw new InvalidOperationException($"{path} is missing.\nSet {UpdateVariable}=1 to write it.\n\n{actual}");
        var expected = File.ReadAllText(path);
        if (expected == actual)
            return;
        var (own, other) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < own.Length && line < other.Length && own[line] == other[line])
            line++;
        throw new InvalidOperationException(
            $"{path} differs from line {line + 1} on.\n  expected: {own.ElementAtOrDefault(line)}\n  actual:   {other.ElementAtOrDefault(line)}\n"
            + $"Set {UpdateVariable}=1 to write it anew.\n\n{actual}");
    }
}
