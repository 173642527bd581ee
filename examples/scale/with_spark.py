#!/usr/bin/env python3
"""Evaluates records on a Spark cluster: spark-submit with_spark.py RECORDS RESULTS [OPTION...]

RECORDS and RESULTS are whatever Spark reads and writes (hdfs://..., s3a://..., a shared directory). Each partition is piped
through transcript-eval on its executor, which needs the program on its PATH; a partition whose executor is lost is piped
again. OPTION... is for transcript-eval; files that it names must be on every executor.
"""
import shlex
import sys

from pyspark import SparkContext

records, results, *options = sys.argv[1:]
context = SparkContext(appName="transcript-eval")
# Every line of a partition has its result when the exit status is 0, 1, 3 or 4: they tell of the records, not of the run.
evaluate = f"transcript-eval --quiet --jsonl --jobs 1 {shlex.join(options)}; case $? in 0|1|3|4) ;; *) false;; esac"
context.textFile(records).pipe(shlex.join(["sh", "-c", evaluate]), checkCode=True).saveAsTextFile(results)
