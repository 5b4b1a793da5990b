using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Client.Tests.Api;

public sealed class RedirectTests : ServerTest
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_to_another_host_is_never_followed(int status)
    {
        await using var other = await ArizeServer.StartAsync(World);
        Server.Faults.Always(Fault.Redirect(new Uri(other.BaseUrl, "v2/tasks"), status));

        var failed = await FailAsync();

        Assert.Equal(
            $"{Server.BaseUrl.Authority} redirects to {other.BaseUrl.ToString().TrimEnd('/')}, which is not followed, since the key would go there too; "
            + "if that is the API's address, set ARIZE_BASE_URL to it",
            failed.Message);
        Assert.Empty(other.Requests);
        Assert.Single(Server.Requests);
        Assert.Empty(Time.Waits);
    }

    [Theory]
    [InlineData("https://127.0.0.1:*/v2/tasks")]
    [InlineData("http://localhost:*/v2/tasks")]
    [InlineData("//127.0.0.1/v2/tasks")]
    [InlineData("http://user@127.0.0.1.example.com:*/v2/tasks")]
    [InlineData("ftp://127.0.0.1:*/v2/tasks")]
    [InlineData("data:application/json,{}")]
    [InlineData("http://")]
    [InlineData("//")]
    [InlineData("")]
    public async Task Another_scheme_port_or_name_is_another_host(string location)
    {
        Server.Faults.Always(Fault.Redirect(location.Replace("*", $"{Server.BaseUrl.Port}")));

        var failed = await FailAsync();

        Assert.Contains("which is not followed, since the key would go there too", failed.Message);
        Assert.Single(Server.Requests);
    }

    [Theory]
    [InlineData(301, "/v2/tasks?limit=1")]
    [InlineData(302, "/v2/tasks?limit=1")]
    [InlineData(307, "tasks?limit=1")]
    [InlineData(308, "*v2/tasks?limit=1")]
    public async Task A_redirect_within_the_host_is_followed_with_the_key(int status, string location)
    {
        World.AddTasks(World.AddSpace("production"), 3);
        Server.Faults.Enqueue(Fault.Redirect(location.Replace("*", Server.BaseUrl.ToString()), status));

        await Connect().GetAsync("/v2/spaces", CancellationToken.None);

        Assert.Equal(["spaces", "tasks"], Paths);
        Assert.Equal("1", Server.Requests[1].Query["limit"]);
        Assert.All(Server.Requests, request => Assert.True(request.HasAuthorization));
    }

    [Fact]
    public async Task A_redirect_in_a_circle_ends()
    {
        Server.Faults.Always(Fault.Redirect("/v2/tasks"));

        Assert.Equal($"{Server.BaseUrl.Authority} redirects in a circle", (await FailAsync()).Message);
        Assert.Equal(6, Server.Requests.Count);
    }

    [Fact]
    public async Task The_host_that_was_redirected_to_is_not_followed_further()
    {
        await using var other = await ArizeServer.StartAsync(World);
        Server.Faults.Enqueue(Fault.Redirect("/v2/spaces"));
        Server.Faults.Enqueue(Fault.Redirect(new Uri(other.BaseUrl, "v2/tasks")));

        await FailAsync();

        Assert.Equal(["tasks", "spaces"], Paths);
        Assert.Empty(other.Requests);
    }
}
