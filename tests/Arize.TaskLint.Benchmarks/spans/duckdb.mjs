// Counts the spans of a file that a filter selects: node duckdb.mjs FILE
import { DuckDBInstance } from "@duckdb/node-api";

const database = await DuckDBInstance.create(":memory:");
const connection = await database.connect();
const columns = `{latency_ms: 'DOUBLE', attributes: 'STRUCT("openinference.span.kind" VARCHAR, "input.value" VARCHAR, "output.value" VARCHAR)'}`;
const result = await connection.runAndReadAll(`
  SELECT count(*), count(attributes."input.value"), count(attributes."output.value")
  FROM read_json('${process.argv[2].replaceAll("'", "''")}', format = 'newline_delimited', columns = ${columns})
  WHERE attributes."openinference.span.kind" = 'LLM' AND latency_ms > 10000`);
console.log(result.getRows()[0].join(" "));
