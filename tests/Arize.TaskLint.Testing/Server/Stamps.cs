namespace Arize.TaskLint.Testing.Server;

/// <summary>Times and a user that everything made here has, so that runs agree.</summary>
internal static class Stamps
{
    public const string Created = "2026-02-20T10:00:00.000Z";
    public const string Updated = "2026-02-20T10:00:00.500Z";
    public const string UserId = PublicExample.UserId;
}
