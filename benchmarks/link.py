"""A slow way to a server: what it sends arrives late and no faster than so many bits a second. Loopback only."""
import asyncio
import threading
import time

PIECE = 16384


class Link:
    def __init__(self, server_port, megabits, delay_ms):
        self.server_port, self.bytes_per_second, self.delay = server_port, megabits * 1e6 / 8, delay_ms / 1e3
        self.free_at = {'up': 0.0, 'down': 0.0}
        self.loop = asyncio.new_event_loop()
        ready = threading.Event()
        threading.Thread(target=self._run, args=(ready,), daemon=True).start()
        ready.wait()

    def _run(self, ready):
        asyncio.set_event_loop(self.loop)
        listening = self.loop.run_until_complete(asyncio.start_server(self._connect, '127.0.0.1', 0))
        self.port = listening.sockets[0].getsockname()[1]
        ready.set()
        self.loop.run_forever()

    async def _connect(self, reader, writer):
        server_reader, server_writer = await asyncio.open_connection('127.0.0.1', self.server_port)
        await asyncio.gather(self._carry(reader, server_writer, 'up'), self._carry(server_reader, writer, 'down'))

    async def _carry(self, source, target, way):
        """All connections share the link; a piece arrives when the line was free for it, and the delay after that."""
        under_way = asyncio.Queue(256)
        arriving = asyncio.ensure_future(self._arrive(under_way, target))
        try:
            while piece := await source.read(PIECE):
                now = time.perf_counter()
                self.free_at[way] = max(now, self.free_at[way]) + len(piece) / self.bytes_per_second
                await under_way.put((self.free_at[way] + self.delay, piece))
                await asyncio.sleep(max(0, self.free_at[way] - now - 0.02))
        except ConnectionError:
            pass
        await under_way.put((0, b''))
        await arriving

    @staticmethod
    async def _arrive(under_way, target):
        try:
            while True:
                at, piece = await under_way.get()
                if not piece:
                    break
                await asyncio.sleep(max(0, at - time.perf_counter()))
                target.write(piece)
                await target.drain()
        except ConnectionError:
            pass
        target.close()
