namespace Arize.TaskLint.Engine.Doctor;

/// <summary>What came of one thing that a check needs.</summary>
internal enum DoctorStatus
{
    /// <summary>It works.</summary>
    Ok,

    /// <summary>It works, and somebody should look at it.</summary>
    Warning,

    /// <summary>It does not work, and a check needs it.</summary>
    Problem,

    /// <summary>It was not tried, since something before it does not work.</summary>
    Skipped,
}

/// <summary>One thing that a check needs.</summary>
/// <param name="Name">What it is called, in a word.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Message">What was found, and what to do about what does not work.</param>
internal sealed record DoctorCheck(string Name, DoctorStatus Status, string Message);
