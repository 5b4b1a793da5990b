// Makes the files of spans in this folder, or in another one: `node make.mjs [FOLDER]`. A chat, a retrieval and a tool call run against a stub model on loopback; the instrumentations
// of OpenInference make spans of them. IDs and times are replaced by fixed ones, so that the files change only with what the instrumentations write.
import { createServer } from "node:http";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { context, trace } from "@opentelemetry/api";
import { JsonTraceSerializer } from "@opentelemetry/otlp-transformer";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";
import { setMetadata, setSession, setUser } from "@arizeai/openinference-core";
import { LangChainInstrumentation } from "@arizeai/openinference-instrumentation-langchain";
import { OpenAIInstrumentation } from "@arizeai/openinference-instrumentation-openai";
import * as CallbackManagerModule from "@langchain/core/callbacks/manager";
import { Document } from "@langchain/core/documents";
import { StringOutputParser } from "@langchain/core/output_parsers";
import { ChatPromptTemplate } from "@langchain/core/prompts";
import { BaseRetriever } from "@langchain/core/retrievers";
import { RunnablePassthrough, RunnableSequence } from "@langchain/core/runnables";
import { tool } from "@langchain/core/tools";
import { ChatOpenAI } from "@langchain/openai";
import OpenAI from "openai";

const folder = process.argv[2] ?? import.meta.dirname;

const answers = {
  tool: { role: "assistant", content: null, tool_calls: [{ id: "call_1", type: "function", function: { name: "order_status", arguments: '{"order":"A-17"}' } }] },
  status: { role: "assistant", content: "Order A-17 was shipped on Tuesday." },
  plain: { role: "assistant", content: "You can return an item within 30 days." },
};

const server = createServer(async (request, response) => {
  let text = "";
  for await (const part of request) text += part;
  const asked = JSON.parse(text);
  response.setHeader("content-type", "application/json");
  if (asked.model === "missing-model") {
    response.statusCode = 404;
    response.end(JSON.stringify({ error: { message: "The model does not exist", type: "invalid_request_error", code: "model_not_found" } }));
    return;
  }
  const message = asked.messages.at(-1).role === "tool" ? answers.status : asked.tools ? answers.tool : answers.plain;
  response.end(JSON.stringify({
    id: "chatcmpl-1", object: "chat.completion", created: 1764000000, model: asked.model,
    choices: [{ index: 0, message, finish_reason: message.tool_calls ? "tool_calls" : "stop" }],
    usage: { prompt_tokens: 21, completion_tokens: 9, total_tokens: 30 },
  }));
});
await new Promise(ready => server.listen(0, "127.0.0.1", ready));
const baseURL = `http://127.0.0.1:${server.address().port}/v1`;

const exporter = new InMemorySpanExporter();
let count = 0;
const provider = new NodeTracerProvider({
  resource: resourceFromAttributes({ "service.name": "support-bot", "openinference.project.name": "support-bot" }),
  spanProcessors: [new SimpleSpanProcessor(exporter)],
  idGenerator: {
    generateTraceId: () => "a" + (++count).toString(16).padStart(31, "0"),
    generateSpanId: () => "b" + (++count).toString(16).padStart(15, "0"),
  },
});
provider.register();
const openAi = new OpenAIInstrumentation();
openAi.setTracerProvider(provider);
openAi.manuallyInstrument(OpenAI);
const langChain = new LangChainInstrumentation();
langChain.setTracerProvider(provider);
langChain.manuallyInstrument(CallbackManagerModule);

const client = new OpenAI({ baseURL, apiKey: "stub", maxRetries: 0 });
const model = "gpt-4o-mini";
const inSession = (session, run) => context.with(
  setMetadata(setUser(setSession(context.active(), { sessionId: session }), { userId: "u-1" }), { environment: "staging", experiment: 3 }), run);

// A chat, and one with a model that does not exist.
const chat = name => new ChatOpenAI({ model: name, apiKey: "stub", configuration: { baseURL }, maxRetries: 0 });
await inSession("s-1", async () => {
  await client.chat.completions.create({ model, messages: [{ role: "system", content: "You are a support bot." }, { role: "user", content: "Can I return my order?" }] });
  await chat("missing-model").invoke("Hello?").catch(() => {});
});

// A retrieval, and an answer from what it finds.
class Retriever extends BaseRetriever {
  lc_namespace = ["support"];
  async _getRelevantDocuments() {
    return [
      new Document({ pageContent: "Items can be returned within 30 days.", metadata: { source: "returns.md" } }),
      new Document({ pageContent: "Refunds take five days.", metadata: { source: "refunds.md" } }),
    ];
  }
}

const chain = RunnableSequence.from([
  { documents: new Retriever(), question: new RunnablePassthrough() },
  ChatPromptTemplate.fromTemplate("Answer from {documents}: {question}"),
  chat(model),
  new StringOutputParser(),
]);
await inSession("s-1", () => chain.invoke("How long does a refund take?"));

// A tool call.
const orderStatus = tool(async ({ order }) => `Order ${order}: shipped`, {
  name: "order_status", description: "Says where an order is.", schema: { type: "object", properties: { order: { type: "string" } }, required: ["order"] },
});
await inSession("s-2", () => trace.getTracer("support-bot").startActiveSpan("answer", { attributes: { "openinference.span.kind": "AGENT", "input.value": "Where is order A-17?" } }, async span => {
  const messages = [{ role: "user", content: "Where is order A-17?" }];
  const tools = [{ type: "function", function: { name: orderStatus.name, description: orderStatus.description, parameters: orderStatus.schema } }];
  const first = (await client.chat.completions.create({ model, messages, tools })).choices[0].message;
  const call = first.tool_calls[0];
  const result = await orderStatus.invoke(JSON.parse(call.function.arguments));
  const last = await client.chat.completions.create({ model, messages: [...messages, first, { role: "tool", tool_call_id: call.id, content: result }], tools });
  span.setAttribute("output.value", last.choices[0].message.content);
  span.end();
}));

await provider.forceFlush();
server.close();

// In the order in which they began, a tenth of a second for each.
const spans = exporter.getFinishedSpans().sort((a, b) => a.spanContext().spanId.localeCompare(b.spanContext().spanId));
const otlp = JSON.parse(new TextDecoder().decode(JsonTraceSerializer.serializeRequest(spans)));
const began = 1764000000000;
const numbers = new Map(spans.map((span, i) => [span.spanContext().spanId, i]));
const timesOf = id => [began + numbers.get(id) * 100, began + numbers.get(id) * 100 + 50 + (numbers.get(id) % 3) * 1000];

// Messages of errors have stack traces with paths of the machine; their first lines are kept.
const firstLine = text => text.split("\n")[0];

// The collector writes a batch as one line, numbers of 64 bits as texts, and leaves out what is empty.
const asCollector = value => {
  if (Array.isArray(value)) return value.map(asCollector);
  if (value === null || typeof value !== "object") return value;
  const result = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === "intValue") result[key] = String(inner);
    else if (inner !== undefined && inner !== 0 && inner !== "" && !(Array.isArray(inner) && inner.length === 0)) result[key] = asCollector(inner);
  }
  return result;
};
for (const resource of otlp.resourceSpans)
  for (const scope of resource.scopeSpans)
    for (const span of scope.spans) {
      const [start, end] = timesOf(span.spanId);
      span.startTimeUnixNano = `${start}000000`;
      span.endTimeUnixNano = `${end}000000`;
      for (const event of span.events ?? []) {
        event.timeUnixNano = span.endTimeUnixNano;
        for (const attribute of event.attributes) if (attribute.key.startsWith("exception.")) attribute.value = { stringValue: firstLine(attribute.value.stringValue) };
      }
      if (span.status.message) span.status.message = firstLine(span.status.message);
    }
writeFileSync(join(folder, "otlp.json"), JSON.stringify(asCollector(otlp)) + "\n");

// The command line tool of Arize prints attributes by their dotted names, with the lists of messages and documents as lists, and leaves out nulls.
const nested = attributes => {
  const result = {};
  for (const [key, value] of Object.entries(attributes)) {
    const match = /^(.*?)\.(\d+)\.(.*)$/.exec(key);
    if (!match) result[key] = key === "metadata" ? JSON.parse(value) : value;
    else ((result[match[1]] ??= [])[Number(match[2])] ??= {})[match[3]] = value;
  }
  for (const [key, value] of Object.entries(result)) if (Array.isArray(value)) result[key] = value.map(entry => typeof entry === "object" ? nested(entry) : entry);
  return result;
};
const exported = spans.map(span => {
  const { traceId, spanId } = span.spanContext();
  const [start, end] = timesOf(spanId);
  return {
    name: span.name,
    context: { trace_id: traceId, span_id: spanId },
    ...(span.parentSpanContext ? { parent_id: span.parentSpanContext.spanId } : {}),
    start_time: new Date(start).toISOString(),
    end_time: new Date(end).toISOString(),
    latency_ms: end - start,
    status_code: ["UNSET", "OK", "ERROR"][span.status.code],
    ...(span.status.message ? { status_message: firstLine(span.status.message) } : {}),
    attributes: nested(span.attributes),
    ...(span.events.length ? { events: span.events.map(event => ({ name: event.name, attributes: Object.fromEntries(Object.entries(event.attributes).map(([key, value]) => [key, firstLine(value)])) })) } : {}),
  };
});
writeFileSync(join(folder, "export.json"), JSON.stringify(exported, null, 2) + "\n");
console.log(`${spans.length} spans: ${spans.map(span => `${span.attributes["openinference.span.kind"]} ${span.name}`).join(", ")}`);
