import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  // for the pages in React and in Vue; the package itself needs no plugin
  plugins: [react(), vue()],
  build: { rollupOptions: { input: ['index.html', 'element.html', 'react.html', 'vue.html'] } },
});
