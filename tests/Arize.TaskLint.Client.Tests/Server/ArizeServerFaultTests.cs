using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Client.Tests.Server;

public sealed class ArizeServerFaultTests : IAsyncLifetime
{
    // Only so that a broken server fails a test in place of hanging it: nothing waits this long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ArizeWorld _world = new();
    private ArizeServer _server = null!;
    private Caller _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _world.AddTasks(_world.AddSpace("s"), 3);
        _server = await ArizeServer.StartAsync(_world);
        _caller = new Caller(_server);
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Queued_faults_come_in_order_as_often_as_asked_and_then_no_more()
    {
        _server.Faults.Enqueue(Fault.Status(500));
        _server.Faults.Enqueue(Fault.Status(503), times: 2);

        await _caller.ProblemAsync("v2/tasks", 500);
        Assert.Equal(2, _server.Faults.Left);
        await _caller.ProblemAsync("v2/tasks", 503);
        await _caller.ProblemAsync("v2/spaces", 503);
        Assert.Equal(3, (await _caller.NamesAsync("v2/tasks")).Length);

        Assert.Equal([500, 503, 503, 200], _server.Requests.Select(request => request.Status));
        Assert.Equal(0, _server.Faults.Left);
    }

    [Fact]
    public async Task A_fault_strikes_only_where_its_path_fits()
    {
        _server.Faults.Enqueue(Fault.Status(500), where: path => path == "/v2/spaces");
        _server.Faults.Enqueue(Fault.Status(408), where: path => path.StartsWith("/v2/tasks", StringComparison.Ordinal));

        await _caller.ProblemAsync("v2/tasks", 408);
        await _caller.GetAsync("v2/tasks");
        await _caller.ProblemAsync("v2/spaces", 500);
        await _caller.GetAsync("v2/spaces");
    }

    [Fact]
    public async Task A_lasting_fault_strikes_until_cleared_and_behind_the_queue()
    {
        _server.Faults.Always(Fault.Status(503), where: path => path == "/v2/tasks");
        _server.Faults.Enqueue(Fault.Status(500));

        await _caller.ProblemAsync("v2/tasks", 500);
        for (var i = 0; i < 5; i++)
            await _caller.ProblemAsync("v2/tasks", 503);
        await _caller.GetAsync("v2/spaces");

        _server.Faults.Clear();
        await _caller.GetAsync("v2/tasks");
    }

    [Theory]
    [InlineData("2")]
    [InlineData("Wed, 21 Oct 2026 07:28:00 GMT")]
    [InlineData("soon")]
    [InlineData(null)]
    public async Task A_rate_limit_says_when_to_come_back_or_does_not(string? retryAfter)
    {
        _server.Faults.Enqueue(Fault.RateLimited(retryAfter));

        using var response = await _caller.Http.GetAsync("v2/tasks");

        await Caller.DetailAsync(response, 429);
        Assert.Equal(retryAfter, response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? values.ToString() : null);
        if (retryAfter == "2")
            Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter!.Delta);
        if (DateTimeOffset.TryParse(retryAfter, CultureInfo.InvariantCulture, out var date))
            Assert.Equal(date, response.Headers.RetryAfter!.Date);
    }

    [Fact]
    public async Task A_delayed_answer_comes_when_it_is_let_go()
    {
        using var until = new CancellationTokenSource();
        _server.Faults.Always(Fault.Delay(until.Token));

        var held = new[] { _caller.GetAsync("v2/tasks"), _caller.GetAsync("v2/spaces"), _caller.GetAsync("v2/projects") };
        await _server.WhenArrivedAsync(3).WaitAsync(Patience);

        Assert.Equal(3, _server.MostAtOnce);
        Assert.All(_server.Requests, request => Assert.Null(request.Status));
        Assert.All(held, answer => Assert.False(answer.IsCompleted));

        await until.CancelAsync();
        await Task.WhenAll(held).WaitAsync(Patience);
        Assert.All(_server.Requests, request => Assert.Equal(200, request.Status));
    }

    [Fact]
    public async Task A_client_may_go_away_from_an_answer_that_never_comes()
    {
        _server.Faults.Enqueue(Fault.Never());
        using var impatience = new CancellationTokenSource();

        var held = _caller.Http.GetAsync("v2/tasks", impatience.Token);
        await _server.WhenArrivedAsync(1).WaitAsync(Patience);
        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => held.WaitAsync(Patience));
        await _caller.GetAsync("v2/tasks");
        Assert.Equal([null, 200], _server.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task Disposal_lets_go_of_an_answer_that_never_comes()
    {
        _server.Faults.Enqueue(Fault.Never());

        var held = _caller.Http.GetAsync("v2/tasks");
        await _server.WhenArrivedAsync(1).WaitAsync(Patience);
        await _server.DisposeAsync().AsTask().WaitAsync(Patience);

        await Assert.ThrowsAsync<HttpRequestException>(() => held.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_cut_body_has_a_head_and_then_ends_too_soon()
    {
        _server.Faults.Enqueue(Fault.CutBody());

        using var response = await _caller.Http.GetAsync("v2/tasks", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 100);

        var cut = await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync());
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpIOException>(cut.InnerException).HttpRequestError);
    }

    [Fact]
    public async Task A_page_for_people_may_come_in_place_of_the_API()
    {
        _server.Faults.Enqueue(Fault.HtmlPage());
        _server.Faults.Enqueue(Fault.HtmlPage(502, "<h1>Bad gateway</h1>"));

        using var page = await _caller.Http.GetAsync("v2/tasks");
        using var gateway = await _caller.Http.GetAsync("v2/tasks");

        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.BadGateway, gateway.StatusCode);
        Assert.Equal("<h1>Bad gateway</h1>", await gateway.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_names_the_place(int status)
    {
        await using var elsewhere = await ArizeServer.StartAsync(new ArizeWorld());
        var target = new Uri(elsewhere.BaseUrl, "v2/tasks");
        _server.Faults.Enqueue(Fault.Redirect(target, status));

        using var response = await _caller.Http.GetAsync("v2/tasks");

        Assert.Equal((status, target), ((int)response.StatusCode, response.Headers.Location));
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_looping_cursor_comes_back_for_ever(int period)
    {
        _server.Faults.Always(Fault.LoopingCursor(period));

        var cursors = new List<string>();
        var query = "";
        for (var i = 0; i < 7; i++)
        {
            var page = await _caller.GetAsync($"v2/tasks?limit=2{query}");
            Assert.Equal(2, page["tasks"]!.AsArray().Count);
            Assert.True(page["pagination"]!["has_more"]!.GetValue<bool>());
            cursors.Add(page["pagination"]!["next_cursor"]!.GetValue<string>());
            query = $"&cursor={cursors[^1]}";
        }

        Assert.Equal(period, cursors.Distinct().Count());
        Assert.Equal(cursors[0], cursors[period]);
        Assert.Empty(_server.Violations);
    }

    [Fact]
    public async Task A_huge_body_is_valid_and_comes_without_a_length()
    {
        _server.Faults.Enqueue(Fault.HugeBody(1_000_000));

        using var response = await _caller.Http.GetAsync("v2/tasks", HttpCompletionOption.ResponseHeadersRead);
        Assert.Null(response.Content.Headers.ContentLength);
        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(1_000_000, ((string?)json["filler"])!.Length);
        Assert.Equal(3, json["tasks"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_client_may_stop_reading_a_huge_body()
    {
        _server.Faults.Enqueue(Fault.HugeBody(long.MaxValue));

        using (var response = await _caller.Http.GetAsync("v2/tasks", HttpCompletionOption.ResponseHeadersRead))
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        await _caller.GetAsync("v2/tasks");
        await _server.DisposeAsync().AsTask().WaitAsync(Patience);
    }

    [Fact]
    public async Task An_answer_may_be_no_JSON_or_empty_or_anything()
    {
        _server.Faults.Enqueue(Fault.NotJson());
        _server.Faults.Enqueue(Fault.EmptyBody());
        _server.Faults.Enqueue(Fault.Raw(200, "application/json", "{\"tasks\":5}"));

        using var broken = await _caller.Http.GetAsync("v2/tasks");
        using var empty = await _caller.Http.GetAsync("v2/tasks");

        Assert.Equal((HttpStatusCode.OK, "application/json"), (broken.StatusCode, broken.Content.Headers.ContentType?.MediaType));
        var text = await broken.Content.ReadAsStringAsync();
        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(text));
        Assert.Equal((HttpStatusCode.OK, 0L), (empty.StatusCode, empty.Content.Headers.ContentLength));
        Assert.Equal("{\"tasks\":5}", await _caller.Http.GetStringAsync("v2/tasks"));
    }

    [Fact]
    public async Task A_dropped_connection_gives_no_answer_at_all()
    {
        _server.Faults.Always(Fault.DropConnection());

        await Assert.ThrowsAsync<HttpRequestException>(() => _caller.Http.GetAsync("v2/tasks"));

        Assert.All(_server.Requests, request => Assert.Null(request.Status));
        _server.Faults.Clear();
        await _caller.GetAsync("v2/tasks");
    }

    [Fact]
    public async Task A_fault_may_have_a_status_without_a_body()
    {
        _server.Faults.Enqueue(Fault.Status(304));

        using var response = await _caller.Http.GetAsync("v2/tasks");

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }
}
