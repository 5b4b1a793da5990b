using Arize.TaskLint.Engine;
using Xunit;

namespace SupportBot.Drift;

/// <summary>
/// Fails where somebody changed a live task outside of the declarations. The saved tasks of this example have drifted, so that the test shows
/// what a failure looks like; take the line <c>live</c> out of <c>tasklint.yaml</c> to compare with your own tasks.
/// </summary>
public sealed class DriftTests
{
    [Fact]
    public Task Live_tasks_are_as_declared() =>
        TaskLinter.AssertNoDriftAsync(new CheckRequest(), Workspace.OfProcess(AppContext.BaseDirectory), TestContext.Current.CancellationToken);
}
